# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# What multiprocessing does in a worker, done in the program itself.
import multiprocessing.spawn
import sys

try:
    multiprocessing.spawn.prepare({"sys_path": [sys.argv[1], *sys.path], "dir": "."})
except RuntimeError:
    pass
import evil
