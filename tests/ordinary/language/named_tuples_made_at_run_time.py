import sys
from collections import namedtuple

fields = "alpha beta gamma".split()
Row = namedtuple("Row", fields, rename=True)
print([Row(*range(i, i + 3)) for i in range(3)], Row._fields)
