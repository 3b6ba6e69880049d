# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.execute("attach ? as other", sys.argv[1:])
connection.execute("create table other.t(x)")
