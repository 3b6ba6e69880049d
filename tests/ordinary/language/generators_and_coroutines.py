import itertools
import types


def chain():
    received = yield 1
    print("got", received)
    yield from itertools.islice(itertools.count(5), 3)
    return "done"


generator = chain()
print(next(generator), generator.send("x"), list(generator))


@types.coroutine
def pause():
    return (yield "paused")


async def main():
    return await pause()


task = main()
print(task.send(None))
try:
    task.send("resumed")
except StopIteration as stop:
    print(stop.value)
