import gc
import sys
import tracemalloc

tracemalloc.start()


class Node:
    pass


for _ in range(100):
    a, b = Node(), Node()
    a.other, b.other = b, a
del a, b
print(
    gc.collect() >= 200,
    gc.isenabled(),
    sys.getrefcount(Node) > 1,
    tracemalloc.get_traced_memory()[1] > 0,
)
