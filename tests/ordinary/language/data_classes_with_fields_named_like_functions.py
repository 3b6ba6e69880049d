# The text of a data class calls functions of these names.
import dataclasses


@dataclasses.dataclass(frozen=True, order=True, unsafe_hash=True)
class Record:
    type: str
    hash: int = 3
    super: list = dataclasses.field(default_factory=list, hash=False)
    isinstance: dataclasses.InitVar[int] = 2
    _dflt_type: int = 5

    def __post_init__(self, isinstance): ...


record = Record("x")
print(record, hash(record) == hash(Record("x")), record < Record("y"))
try:
    record.type = "z"
except dataclasses.FrozenInstanceError as error:
    print(error)
