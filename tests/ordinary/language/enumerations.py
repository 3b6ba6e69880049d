import enum


class Colour(enum.Enum):
    RED = enum.auto()
    GREEN = enum.auto()


class Flag(enum.IntFlag):
    A = 1
    B = 2


Made = enum.Enum("Made", "X Y Z")
print(list(Colour), Colour["RED"], Flag.A | Flag.B, Flag(3), list(Made), Made.X.value)
