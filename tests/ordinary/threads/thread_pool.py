import concurrent.futures
import threading

with concurrent.futures.ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda n: n * n, range(10))))
    done, pending = concurrent.futures.wait([pool.submit(pow, 2, n) for n in range(5)])
    print(sorted(future.result() for future in done), len(pending))
print(threading.current_thread().name, threading.active_count())
