import sqlite3

connection = sqlite3.connect(":memory:")
connection.row_factory = sqlite3.Row
connection.execute("create table t(id integer primary key, name text)")
with connection:
    connection.executemany("insert into t(name) values (?)", [("a",), ("b",), ("c",)])
connection.create_function("shout", 1, str.upper)
print([tuple(row) for row in connection.execute("select id, shout(name) from t order by id desc")])
print(list(connection.iterdump())[1], connection.execute("pragma table_info(t)").fetchone()["name"])
other = sqlite3.connect(":memory:")
connection.backup(other)
print(other.execute("select count(*) from t").fetchone()[0])
