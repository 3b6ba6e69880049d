# uses: subprocess code_exec native

import multiprocessing


def square(n):
    return n * n


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    left, right = context.Pipe()
    process = context.Process(target=right.send, args=([1, 2],))
    process.start()
    print(left.recv())
    process.join()
    value = context.Value("i", 5)
    with value.get_lock():
        value.value += 1
    print(value.value, process.exitcode)
