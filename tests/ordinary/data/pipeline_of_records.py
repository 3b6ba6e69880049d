# stdin: name,team,score\nann,red,3\nbob,blue,5\ncid,red,9\n"d, e",blue,1\n

import collections
import contextlib
import csv
import io
import itertools
import json
import operator
import sqlite3
import statistics
import sys
from dataclasses import asdict, dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal


@dataclass(order=True, frozen=True, slots=True)
class Record:
    team: str
    name: str
    score: int
    tags: tuple = field(default=(), compare=False)


records = [Record(row["team"], row["name"], int(row["score"])) for row in csv.DictReader(sys.stdin)]
print(sorted(records)[0], replace(records[0], tags=("x",)))
by_team = {
    team: [record.score for record in group]
    for team, group in itertools.groupby(sorted(records), operator.attrgetter("team"))
}
print({team: (statistics.mean(s), statistics.stdev(s)) for team, s in by_team.items()})
print(json.dumps([asdict(record) for record in records], indent=1, sort_keys=True))
with contextlib.closing(sqlite3.connect(":memory:")) as db:
    db.row_factory = sqlite3.Row
    db.create_function("half", 1, lambda n: n / 2, deterministic=True)
    db.create_aggregate(
        "longest",
        1,
        type(
            "Longest",
            (),
            {
                "__init__": lambda self: setattr(self, "best", ""),
                "step": lambda self, s: setattr(self, "best", max(self.best, s, key=len)),
                "finalize": lambda self: self.best,
            },
        ),
    )
    db.execute("create table scores (name text primary key, team text, score int)")
    with db:
        db.executemany(
            "insert into scores values (:name, :team, :score)",
            ({"name": r.name, "team": r.team, "score": r.score} for r in records),
        )
    for row in db.execute(
        "select team, sum(half(score)) s, longest(name) l from scores group by team order by 1"
    ):
        print(dict(row))
    try:
        db.execute("insert into scores values ('ann', 'red', 1)")
    except sqlite3.IntegrityError as error:
        print(error)
        db.rollback()
    print("\n".join(db.iterdump()))
    copy = sqlite3.connect(":memory:")
    db.backup(copy)
    print(copy.execute("select count(*) from scores").fetchone())
out = io.StringIO(newline="")
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
writer.writerows((r.name, r.score) for r in records)
print(out.getvalue())
print(
    Decimal("2.675").quantize(Decimal(".01"), ROUND_HALF_UP),
    collections.Counter("abca").most_common(1),
)
