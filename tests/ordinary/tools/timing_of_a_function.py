import timeit

print(timeit.timeit(lambda: sum(range(10)), number=10) > 0)
