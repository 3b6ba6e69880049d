import asyncio
import contextlib


@contextlib.asynccontextmanager
async def managed():
    print("in")
    yield 1
    print("out")


async def numbers():
    for n in range(3):
        yield n
        await asyncio.sleep(0)


async def main():
    async with managed() as value, asyncio.timeout(5):
        print(value, [n async for n in numbers()])
    agen = numbers()
    print(await anext(agen))
    await agen.aclose()


asyncio.run(main())
