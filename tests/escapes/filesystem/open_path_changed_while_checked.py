# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

# A bytearray is not a path, but what converts to one may give another answer each time.
import os
import sys


class Path:
    answers = ["own", sys.argv[1]] * 50

    def __fspath__(self):
        return self.answers.pop()


for _ in range(20):
    try:
        os.close(os.open(Path(), os.O_CREAT | os.O_WRONLY))
    except Exception:
        pass
