# uses: subprocess localhost write

import asyncio
import concurrent.futures
import contextlib
import contextvars
import os
import signal
import sys

request = contextvars.ContextVar("request", default="none")


async def handle(reader, writer):
    with contextlib.suppress(asyncio.IncompleteReadError):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    writer.close()


async def talk(port, word):
    request.set(word)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(word.encode() + b"\n")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return request.get(), answer


async def network():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await asyncio.gather(*(talk(port, word) for word in ("a", "bc"))), request.get())
    server.close()
    await server.wait_closed()
    path = os.path.abspath("s.sock")
    server = await asyncio.start_unix_server(handle, path)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"unix\n")
    print(await reader.readline())
    writer.close()
    server.close()


async def children():
    process = await asyncio.create_subprocess_exec(
        "cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    print(await process.communicate(b"through cat"), process.returncode)
    shell = await asyncio.create_subprocess_shell(
        "echo out; echo err >&2; exit 3",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    print(await shell.communicate(), shell.returncode)
    own = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(6*7)", stdout=-1)
    print(await own.stdout.read(), await own.wait())
    slow = await asyncio.create_subprocess_exec("sleep", "30")
    try:
        await asyncio.wait_for(slow.wait(), 0.05)
    except asyncio.TimeoutError:
        slow.kill()
        print("killed", await slow.wait())


async def concurrency():
    loop = asyncio.get_running_loop()
    got = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, got.set)
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(got.wait(), 5)
    loop.remove_signal_handler(signal.SIGUSR1)
    print(await asyncio.to_thread(sum, range(10)))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, len, "abc"))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.01 * n, n)) for n in range(3)]
    print([task.result() for task in tasks])
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    reading, writing = os.pipe()
    ready = asyncio.Event()
    loop.add_reader(reading, ready.set)
    os.write(writing, b"x")
    await ready.wait()
    loop.remove_reader(reading)
    queue = asyncio.Queue(1)
    await queue.put(1)
    print(queue.full(), await queue.get(), asyncio.current_task().get_name() != "")
    lock = asyncio.Lock()
    async with lock, asyncio.Semaphore(1):
        print(lock.locked())
    print(await loop.getaddrinfo("127.0.0.1", 80, type=1))


with asyncio.Runner() as runner:
    runner.run(network())
    runner.run(children())
    runner.run(concurrency())
