# policy: --deny-import _sqlite3
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import os
import shutil
import sys

path = importlib.machinery.PathFinder.find_spec("_sqlite3").origin
os.mkdir("innocent")
shutil.copy(path, "innocent/_sqlite3.so")
sys.path.insert(0, os.getcwd())
import innocent._sqlite3 as module

a, b = map(int, sys.argv[1].split("*"))
print(module.connect(":memory:").execute("select ? * ?", (a, b)).fetchone())
