import sys


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


try:
    deep(10**6)
except RecursionError:
    print("recursion stopped")
sys.setrecursionlimit(5000)
print(deep(4000))
