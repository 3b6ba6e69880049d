import sqlite3

db = sqlite3.connect(":memory:")
query = (
    "with recursive c(x) as (select 1 union all select x + 1 from c limit 100000)"
    " select x % 7 k, count(*), sum(length(b)) from (select distinct x, randomblob(90) b from c order by b)"
    " group by k order by 3 desc, k"
)
print(db.execute(query).fetchall())
print(next(iter(db.execute(query))))
db.execute("create table t (a, b)")
db.executemany("insert into t values (?, ?)", ((n % 1000, "x" * 50) for n in range(50_000)))
db.execute("create index i on t (b, a)")
db.execute("vacuum") if not db.in_transaction else db.commit()
print(db.execute("select count(distinct a) from (select * from t order by b, a desc)").fetchone())
