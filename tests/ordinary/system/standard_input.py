# stdin: 3 4\n5 6\n

import sys

first = input()
print(sum(map(int, first.split())), [sum(map(int, line.split())) for line in sys.stdin])
