from __future__ import annotations

import typing


class Node:
    parent: typing.Optional[Node]
    children: list[Node]


def walk(node: Node, depth: int = 0) -> typing.Iterator["Node"]:
    yield node


print(sorted(typing.get_type_hints(Node)), sorted(typing.get_type_hints(walk)))
T = typing.TypeVar("T")


class Box(typing.Generic[T]):
    pass


print(Box[int], typing.get_args(typing.Union[int, str]), typing.cast(int, "x"))
