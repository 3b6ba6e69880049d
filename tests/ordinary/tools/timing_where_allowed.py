# uses: code_exec

import timeit

print(timeit.timeit("x += 1", setup="x = 0", number=10) > 0)
