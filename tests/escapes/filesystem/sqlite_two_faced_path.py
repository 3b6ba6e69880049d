# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import sqlite3
import sys


class Path:
    answers = [sys.argv[1], "own"]

    def __fspath__(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


for answers in ([sys.argv[1], "own"], ["own", sys.argv[1]], ["own", "own", sys.argv[1]]):
    Path.answers = answers
    try:
        sqlite3.connect(Path()).execute("create table t(x)")
    except Exception:
        pass
