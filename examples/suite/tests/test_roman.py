import random

import pytest
from roman import from_roman, to_roman


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (4, "IV"), (1994, "MCMXCIV"), (2026, "MMXXVI"), (3999, "MMMCMXCIX")],
)
def test_both_ways(number: int, text: str) -> None:
    assert to_roman(number) == text
    assert from_roman(text) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "IM"])
def test_what_is_no_numeral(text: str) -> None:
    with pytest.raises(ValueError):
        from_roman(text)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_out_of_range(number: int) -> None:
    with pytest.raises(ValueError):
        to_roman(number)


def test_round_trip() -> None:
    for number in random.Random(7).sample(range(1, 4000), 200):
        assert from_roman(to_roman(number)) == number
