# policy: --fs-readonly
# evidence: changed {outside}/empty
# args: {outside}/empty

import sqlite3
import sys

connection = sqlite3.connect("")
connection.execute("pragma temp_store_directory = '%s'" % sys.argv[1])
connection.execute("pragma cache_size = 1")
connection.execute("create table t(x)")
connection.execute("insert into t select randomblob(100000) from (select 1 union select 2)")
connection.commit()
