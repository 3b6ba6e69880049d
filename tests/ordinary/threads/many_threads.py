import threading

total, lock = 0, threading.Lock()


def add():
    global total
    for _ in range(100):
        with lock:
            total += 1


threads = [threading.Thread(target=add) for _ in range(50)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(total)
