# uses: subprocess code_exec localhost write native

import multiprocessing
from multiprocessing import shared_memory


def work(shared):
    shared["x"] = 5


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        shared = manager.dict()
        process = context.Process(target=work, args=(shared,))
        process.start()
        process.join()
        print(dict(shared))
    memory = shared_memory.SharedMemory(create=True, size=10)
    memory.buf[:2] = b"ab"
    print(bytes(memory.buf[:2]))
    memory.close()
    memory.unlink()
