import functools
import operator


@functools.total_ordering
class Version:
    __slots__ = ("parts",)

    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))

    def __class_getitem__(cls, item):
        return item


print(
    sorted(map(Version, ["1.10", "1.9", "1.9.1"])),
    max(Version("2"), Version("1")),
    Version[int],
    operator.attrgetter("parts")(Version("3.4")),
)
