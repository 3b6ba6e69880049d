# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: module markupsafe._speedups

import importlib.machinery
import os
import shutil
import sys

import markupsafe

path = importlib.machinery.PathFinder.find_spec("markupsafe._speedups", markupsafe.__path__).origin
folder = os.path.join(os.getcwd(), "lib-dynload")
os.mkdir(folder)
shutil.copy(path, folder)
sys.path.insert(0, folder)
import _speedups

a, b = map(int, sys.argv[1].split("*"))
print(a * b)
