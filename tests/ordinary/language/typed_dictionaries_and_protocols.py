import typing


class Movie(typing.TypedDict, total=False):
    name: str
    year: int


@typing.runtime_checkable
class Closes(typing.Protocol):
    def close(self) -> None: ...


import io

print(
    Movie(name="x"), Movie.__optional_keys__ == {"name", "year"}, isinstance(io.StringIO(), Closes)
)
