from __future__ import annotations

import typing


class Row(typing.NamedTuple):
    name: str
    values: typing.Optional[list[int]] = None
    pair: tuple[str, ...] = ()
    choice: typing.Literal["a", "b c", 3, None] = "a"
    call: typing.Callable[[int, str], typing.Any] = print
    either: int | str | None = None
    noted: typing.Annotated[int, "note", ("unit", "m")] = 0
    nested: list["Row"] = []


class Movie(typing.TypedDict):
    title: "str"
    cast: list[Person]


class Person(typing.TypedDict, total=False):
    name: str


print(
    Row("a", [1])[:3],
    Movie(title="x", cast=[]),
    sorted(typing.get_type_hints(Row)),
    typing.get_type_hints(Movie)["cast"] == list[Person],
)
