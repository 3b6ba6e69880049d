# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

sqlite3.connect(
    "file:" + "".join("%%%02x" % ord(c) for c in sys.argv[1]) + "?mode=rwc", uri=True
).execute("create table t(x)")
