# uses: write

import dbm.dumb
import sqlite3

with sqlite3.connect("d.sqlite") as connection:
    connection.execute("create table t(x)")
    connection.execute("insert into t values (1)")
print(sqlite3.connect("file:d.sqlite?mode=ro", uri=True).execute("select * from t").fetchall())
other = sqlite3.connect(":memory:")
other.execute("attach 'd.sqlite' as d")
print(other.execute("select x from d.t").fetchall())
with dbm.dumb.open("dumb", "c") as table:
    table["k"] = "v"
    print(dict(table))
