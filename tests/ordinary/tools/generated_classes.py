import abc
import collections
import dataclasses
import enum
import functools
import reprlib
import types
import typing
from typing import (
    Annotated,
    Generic,
    Literal,
    NamedTuple,
    Optional,
    TypedDict,
    TypeVar,
    Union,
    get_type_hints,
)

T = TypeVar("T")


class Point(NamedTuple):
    x: int
    y: "int" = 0


@dataclasses.dataclass(kw_only=True)
class Base(Generic[T]):
    items: "list[T]" = dataclasses.field(default_factory=list)
    total: "typing.ClassVar[int]" = 0
    start: dataclasses.InitVar["int"] = 1

    def __post_init__(self, start):
        self.items = [*self.items, start]


@dataclasses.dataclass(frozen=True, order=True, slots=True, unsafe_hash=True, match_args=True)
class Child:
    name: str
    size: Optional["int"] = None
    nested: "Child | None" = dataclasses.field(
        default=None, repr=False, compare=False, metadata={"a": 1}
    )


class Movie(TypedDict, total=False):
    title: "str"
    year: Annotated["int", "after 1890"]


class Node:
    left: "Node"
    kind: Literal["a", "b"]

    def walk(self, depth: "int" = 0) -> "Union[Node, None]": ...


class Color(enum.Enum):
    RED = enum.auto()
    BLUE = "b"

    @enum.property
    def loud(self):
        return self.name + "!"

    @classmethod
    def _missing_(cls, value):
        return cls.RED


class Flags(enum.Flag):
    A = enum.auto()
    B = enum.auto()
    AB = A | B


@functools.singledispatch
def show(value: object) -> str:
    return "object"


@show.register
def _(value: int) -> str:
    return "int"


@show.register
def _(value: "list | tuple") -> str:
    return "sequence"


class Registry:
    @functools.singledispatchmethod
    def take(self, value):
        return "any"

    @take.register
    def _(self, value: str):
        return "str"

    @functools.cached_property
    def cost(self):
        return 7

    area = functools.partialmethod(lambda self, n: n * 2, 4)


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Point(1), Point._make([3, 4])._replace(x=5), get_type_hints(Point))
print(
    Base[int](items=[2]),
    dataclasses.fields(Child)[2].metadata,
    Child("n") < Child("o"),
    hash(Child("n")) == hash(Child("n")),
)
print(dataclasses.asdict(Child("a", nested=Child("b"))), dataclasses.replace(Child("x"), size=3))
print(get_type_hints(Movie, include_extras=True), get_type_hints(Node), get_type_hints(Node.walk))
print(
    Color(99),
    Color.BLUE.loud,
    list(Flags.AB),
    Flags.A in Flags.AB,
    enum.Enum("Made", "ONE TWO").TWO,
)
print(enum.IntEnum("Codes", {"OK": 200}).OK + 1, enum.StrEnum("Words", ["hi"]).hi.upper())
print(show(1), show([]), show(None), Registry().take("s"), Registry().cost, Registry().area())
print(Size(3) >= Size(2), functools.reduce(lambda a, b: a * b, range(1, 6)))
Made = dataclasses.make_dataclass(
    "Made", [("n", int), ("m", "list[int]", dataclasses.field(default_factory=list))]
)
Row = collections.namedtuple("Row", "a b c", defaults=[3], rename=True)
print(
    Made(1),
    Row(1, 2),
    Row.__doc__,
    types.SimpleNamespace(a=1),
    types.new_class("New", (Base,)).__mro__[1],
)
Dynamic = type(
    "Dynamic", (abc.ABC,), {"__annotations__": {"a": int}, "go": abc.abstractmethod(lambda self: 1)}
)
print(
    Dynamic.__abstractmethods__,
    typing.get_args(Union[int, "str"]),
    typing.get_origin(dict[str, int]),
)


class Shout(type):
    def __new__(meta, name, bases, namespace, **options):
        return super().__new__(meta, name + options.get("end", ""), bases, namespace)

    def __init_subclass__(cls):
        print("sub")


class Loud(metaclass=Shout, end="!"):
    @reprlib.recursive_repr("...")
    def __repr__(self):
        return f"<{self!r}>"

    def __class_getitem__(cls, item):
        return item


print(Loud.__name__, repr(Loud()), Loud[3])


@functools.lru_cache(maxsize=2)
def cached(n: int, *, key: str = "k") -> int:
    "Doc."
    return n


cached(1), cached(1), cached(2)
print(cached.cache_info(), cached.__wrapped__.__annotations__, cached.__doc__)


def outer():
    class Local:
        other: "Local"

    return get_type_hints(Local, localns={"Local": Local})


print(outer())
match Child("n", 3):
    case Child(name, int() as size) if size > 2:
        print("matched", name, size)
