"""Roman numerals, from 1 to 3999."""

VALUES = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int) -> str:
    """Raises ValueError outside 1..3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"{number} has no Roman numeral")
    text = ""
    for value, letters in VALUES:
        count, number = divmod(number, value)
        text += letters * count
    return text


def from_roman(text: str) -> int:
    """Raises ValueError for what to_roman would not write."""
    number, rest = 0, text
    for value, letters in VALUES:
        while rest.startswith(letters):
            number += value
            rest = rest.removeprefix(letters)
    if not text or rest or to_roman(number) != text:
        raise ValueError(f"{text!r} is no Roman numeral")
    return number
