import collections

Row = collections.namedtuple("Row", "a b")


def greet(name):
    return f"hello {name}"
