# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.create_function("run", 1, exec)
connection.execute("select run(?)", sys.argv[1:]).fetchall()
