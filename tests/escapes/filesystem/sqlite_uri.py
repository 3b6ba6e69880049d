# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

sqlite3.connect("file:" + sys.argv[1] + "?mode=rwc", uri=True).execute("create table t(x)")
