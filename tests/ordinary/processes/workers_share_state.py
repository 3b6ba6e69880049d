# uses: subprocess code_exec localhost environment write native

import multiprocessing as mp
import multiprocessing.shared_memory as shared_memory
import os
import queue
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.managers import BaseManager, SharedMemoryManager
from multiprocessing.pool import ThreadPool


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self.value


class Manager(BaseManager):
    pass


Manager.register("Counter", Counter)


def count(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def fill(name, index):
    memory = shared_memory.SharedMemory(name)
    memory.buf[index] = index * 2
    memory.close()


def serve(connection):
    while (message := connection.recv()) is not None:
        connection.send(message.upper())
    connection.close()


def boom(n):
    if n == 3:
        raise ValueError("three")
    return n * n


def start(word):
    global prefix
    prefix = word


def named(n):
    return f"{prefix}{n}"


def main(method):
    context = mp.get_context(method)
    value, lock = context.Value("i", 0), context.Lock()
    workers = [context.Process(target=count, args=(value, lock, 50)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(method, value.value, [worker.exitcode for worker in workers])

    memory = shared_memory.SharedMemory(create=True, size=8)
    with context.Pool(2) as pool:
        pool.starmap(fill, [(memory.name, i) for i in range(8)])
    print(bytes(memory.buf[:8]))
    memory.close()
    memory.unlink()

    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    ours.send("hello")
    print(ours.recv(), ours.poll(0))
    ours.send(None)
    server.join()

    with ProcessPoolExecutor(2, mp_context=context, initializer=start, initargs=("n",)) as pool:
        futures = {pool.submit(boom, n): n for n in range(5)}
        results = {}
        for future in as_completed(futures):
            try:
                results[futures[future]] = future.result()
            except ValueError as error:
                results[futures[future]] = str(error)
        print(sorted(results.items()), list(pool.map(named, range(3), chunksize=2)))

    with Manager(ctx=context) as manager:
        counter = manager.Counter()
        print(counter.add(2), counter.add(3))
    with context.Manager() as manager:
        shared = manager.dict(a=1)
        names = manager.list([1, 2])
        event, box = manager.Event(), manager.Queue()
        box.put("item")
        shared["b"] = names[1]
        event.set()
        print(dict(shared), box.get(), event.is_set())
    worker = context.Process(target=signal.pause)
    worker.start()
    worker.terminate()
    worker.join()
    print(worker.exitcode, context.active_children() if hasattr(context, "active_children") else "")
    barrier, semaphore = context.Barrier(1), context.BoundedSemaphore(2)
    print(barrier.wait(), semaphore.acquire(timeout=1), context.Condition().acquire())
    box = context.Queue()
    box.put([1, 2])
    print(box.get(timeout=5))
    try:
        box.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    numbers = context.Array("d", [1.5, 2.5])
    print(numbers[:], context.RawArray("i", 3)[:])


if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        main(method)
    with SharedMemoryManager() as manager:
        print(list(manager.ShareableList([1, "two", 3.0, None])))
    with ThreadPool(3) as pool:
        print(pool.map(len, ["a", "bb"]), pool.apply_async(boom, (2,)).get())
    print(mp.parent_process(), mp.current_process().name, os.getpid() == mp.current_process().pid)
