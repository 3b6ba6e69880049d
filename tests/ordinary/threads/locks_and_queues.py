import queue
import threading

jobs, results, lock = queue.Queue(), [], threading.Lock()


def work():
    while (job := jobs.get()) is not None:
        with lock:
            results.append(job * 2)
        jobs.task_done()


threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]
for thread in threads:
    thread.start()
for job in range(20):
    jobs.put(job)
jobs.join()
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(sorted(results), threading.Event().wait(0.01))
