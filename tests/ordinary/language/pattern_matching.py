def classify(value):
    match value:
        case {"kind": "point", "at": [x, y]} if x == y:
            return f"diagonal {x}"
        case {"kind": "point", "at": [x, y]}:
            return f"{x},{y}"
        case [first, *rest]:
            return f"{first} and {len(rest)}"
        case str() | bytes():
            return "text"
        case _:
            return "other"


print(
    [
        classify(v)
        for v in (
            {"kind": "point", "at": [1, 1]},
            {"kind": "point", "at": [1, 2]},
            [1, 2, 3],
            "x",
            5,
        )
    ]
)
