import multiprocessing
import multiprocessing.dummy
import threading
from multiprocessing.pool import ThreadPool

with ThreadPool(3) as pool:
    print(pool.map(len, ["a", "bb", "ccc"]), pool.apply_async(sum, ([1, 2],)).get(5))
    print(sorted(pool.imap_unordered(abs, [-1, -2])))
with multiprocessing.dummy.Pool(2) as pool:
    print(pool.starmap(pow, [(2, 3), (3, 2)]))
lock, event = multiprocessing.RLock(), multiprocessing.Event()
semaphore, box = multiprocessing.Semaphore(1), multiprocessing.SimpleQueue()
with lock, lock:
    print(semaphore.acquire(), semaphore.acquire(timeout=0.01))
threading.Thread(target=event.set).start()
print(event.wait(5))
box.put({"a": 1}) if "--pickle" in __import__("sys").argv else None
for _ in range(200):
    multiprocessing.Lock()
print(box.empty())
