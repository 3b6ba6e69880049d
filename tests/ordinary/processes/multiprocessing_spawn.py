# uses: subprocess code_exec localhost

import multiprocessing


def square(n):
    return n * n


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=queue.put, args=("from the child",))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)
    with context.Pool(2) as pool:
        print(pool.map(square, range(8)))
