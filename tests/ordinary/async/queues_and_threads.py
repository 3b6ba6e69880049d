import asyncio


async def main():
    queue = asyncio.Queue()

    async def produce():
        for n in range(3):
            await queue.put(n)
        await queue.put(None)

    task = asyncio.create_task(produce())
    while (item := await queue.get()) is not None:
        print(item)
    await task
    print(
        await asyncio.to_thread(sum, [1, 2, 3]),
        await asyncio.get_running_loop().run_in_executor(None, pow, 2, 10),
    )


asyncio.run(main())
