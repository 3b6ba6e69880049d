# uses: write mutation
# setup: printf 'def hello(): return "hi"\n' > mine.py
# env: PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=cache

import importlib
import os
import sys

sys.path.insert(0, os.getcwd())
import mine

print(mine.hello(), os.path.isdir("cache"), os.path.isdir("__pycache__"))
importlib.reload(mine)
print(mine.hello())
