import typing
from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])


class Pair(typing.NamedTuple):
    left: int
    right: str = "r"


print(Point(1), Point(1, 2)._asdict(), Pair(3), Pair(4, "x")._replace(left=5))
