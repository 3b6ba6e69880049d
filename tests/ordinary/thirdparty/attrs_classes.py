# wants: attrs
# grant-code-exec: attr attrs

import attrs


@attrs.define
class Point:
    x: int = attrs.field(validator=attrs.validators.instance_of(int))
    y: int = attrs.field(default=0, converter=int)


@attrs.frozen(order=True)
class Version:
    parts: tuple


print(
    Point(1, "2"),
    attrs.asdict(Point(3)),
    attrs.evolve(Point(1), y=9),
    sorted([Version((2,)), Version((1,))]),
)
try:
    Point("x")
except TypeError as error:
    print("refused", error.args[1].name)
