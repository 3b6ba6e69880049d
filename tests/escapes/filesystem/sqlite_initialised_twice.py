# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.__init__(sys.argv[1])
connection.execute("create table t(x)")
