# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys

sqlite3.connect(":memory:").executescript(
    f"attach '{sys.argv[1]}' as other; create table other.t(x);"
)
