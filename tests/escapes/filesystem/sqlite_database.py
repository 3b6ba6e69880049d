# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

sqlite3.connect(sys.argv[1]).execute("create table t(x)")
