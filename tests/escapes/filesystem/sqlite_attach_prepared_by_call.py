# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
statement = connection("attach ? as other")  # Compiles it, and may leave it in the cache.
connection.execute("attach ? as other", sys.argv[1:])
connection.execute("create table other.t(x)")
