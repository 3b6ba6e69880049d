import concurrent.futures
import contextvars
import itertools
import queue
import threading
import time

results = queue.PriorityQueue()
start = threading.Barrier(4)
local = threading.local()
lock = threading.RLock()
level = contextvars.ContextVar("level", default=0)


def work(n):
    local.n = n
    start.wait(5)
    with lock, lock:
        results.put((local.n, threading.current_thread().name))


threads = [threading.Thread(target=work, args=(n,), name=f"t{n}") for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([results.get() for _ in range(4)], results.empty())

condition, items = threading.Condition(), []


def consume(out):
    with condition:
        condition.wait_for(lambda: items, 5)
        out.append(items.pop())


out = []
consumer = threading.Thread(target=consume, args=(out,))
consumer.start()
with condition:
    items.append("item")
    condition.notify_all()
consumer.join()
print(out)


def divide(n):
    level.set(n)
    return 12 // n


with concurrent.futures.ThreadPoolExecutor(3, "pool", initializer=lambda: None) as pool:
    futures = [pool.submit(divide, n) for n in range(4)]
    done, _ = concurrent.futures.wait(futures, return_when=concurrent.futures.ALL_COMPLETED)
    print([f.exception() or f.result() for f in futures], len(done), level.get())
    print(list(pool.map(pow, range(4), itertools.repeat(2), timeout=5)))
    slow = pool.submit(time.sleep, 0.2)
    try:
        slow.result(timeout=0.01)
    except TimeoutError:
        print("too slow", slow.running())
    futures[0].add_done_callback(lambda f: print("called", type(f.exception()).__name__))
event, semaphore = threading.Event(), threading.BoundedSemaphore(2)
threading.Timer(0.02, event.set).start()
print(
    event.wait(5),
    semaphore.acquire(),
    semaphore.acquire(blocking=False),
    semaphore.acquire(timeout=0.01),
)
context = contextvars.copy_context()
context.run(level.set, 9)
print(level.get(), context[level])
tasks = queue.Queue(2)


def worker():
    while tasks.get() is not None:
        tasks.task_done()
    tasks.task_done()


threading.Thread(target=worker, daemon=True).start()
for n in [1, 2, 3, None]:
    tasks.put(n, timeout=5)
tasks.join()
try:
    tasks.get_nowait()
except queue.Empty:
    print("empty")
print(threading.active_count() >= 1, threading.main_thread() is threading.current_thread())
