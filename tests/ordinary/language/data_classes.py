import dataclasses


@dataclasses.dataclass(order=True, frozen=True)
class Item:
    name: str
    price: float = 1.0
    tags: list = dataclasses.field(default_factory=list, compare=False)


@dataclasses.dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: int = 2

    def __post_init__(self):
        self.b *= self.a


print(
    sorted([Item("b"), Item("a", 3)]),
    dataclasses.asdict(Slotted(a=3)),
    dataclasses.replace(Item("z"), price=9),
)
