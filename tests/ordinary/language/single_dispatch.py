import functools


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "int"


@describe.register(list)
def _(value):
    return "list of " + ", ".join(map(describe, value))


class Worker:
    @functools.singledispatchmethod
    def work(self, x):
        return "any"

    @work.register
    def _(self, x: str):
        return "text"

    @functools.cached_property
    def heavy(self):
        return 42


print(
    describe([1, "x", [2]]),
    Worker().work("s"),
    Worker().heavy,
    functools.reduce(lambda a, b: a * b, range(1, 10)),
)
