# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.execute("create table t(x)")
connection.execute("vacuum into ?", sys.argv[1:])
