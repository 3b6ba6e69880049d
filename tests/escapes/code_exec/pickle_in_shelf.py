# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import shelve
import sys


class Run:
    def __reduce__(self):
        return exec, (sys.argv[1],)


with shelve.open("shelf") as shelf:
    shelf["x"] = Run()
with shelve.open("shelf") as shelf:
    shelf["x"]
