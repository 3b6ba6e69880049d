# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}/db
# setup: python3 -c "import sqlite3; c=sqlite3.connect('{outside}/db'); c.execute('create table t(x)'); c.execute('insert into t values (?)', ('{secret}',)); c.commit()"

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.execute("attach ? as other", sys.argv[1:])
print(connection.execute("select * from other.t").fetchall())
