# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

source = sqlite3.connect(":memory:")
source.execute("create table t(x)")
source.backup(sqlite3.connect(sys.argv[1]))
