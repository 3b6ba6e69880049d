# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _sqlite3
import sys

connection = _sqlite3.connect(":memory:")
_sqlite3.Cursor.execute(
    _sqlite3.Cursor(connection), "/* harmless */ aTTaCH ? as other", sys.argv[1:]
)
_sqlite3.Connection.execute(connection, "create table other.t(x)")
