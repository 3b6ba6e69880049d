# policy: --deny-import _sqlite3
# evidence: printed {answer}
# args: {expression}

import sqlite3
import sys

a, b = map(int, sys.argv[1].split("*"))
print(sqlite3.connect(":memory:").execute("select ? * ?", (a, b)).fetchone())
