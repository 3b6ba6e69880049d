from __future__ import annotations

import dataclasses
import typing


@dataclasses.dataclass
class Tree:
    value: int
    left: Tree | None = None
    kind: typing.ClassVar[str] = "tree"


print(
    Tree(1, Tree(2)),
    typing.get_type_hints(Tree)["value"],
    [f.type for f in dataclasses.fields(Tree)],
)
