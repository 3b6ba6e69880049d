import asyncio


async def work(n):
    await asyncio.sleep(0.01)
    return n * n


async def main():
    print(await asyncio.gather(*(work(n) for n in range(5))))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in (7, 8)]
    print([task.result() for task in tasks])
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
