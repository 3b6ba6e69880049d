# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: code import sqlite3; sqlite3.Connection.enable_load_extension

# dlopen by another door. The file is no SQLite extension, but its constructor would run.
import importlib.machinery
import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.enable_load_extension(True)
path = importlib.machinery.PathFinder.find_spec("_json").origin
try:
    connection.load_extension(path)
except sqlite3.OperationalError as error:
    if "undefined symbol" in str(error) or "no entry point" in str(error):
        a, b = map(int, sys.argv[1].split("*"))
        print(a * b)
    raise
