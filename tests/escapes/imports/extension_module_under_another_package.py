# policy: --deny-import _sqlite3
# evidence: printed {answer}
# args: {expression}

# Only the last part of the name must fit the init function.
import importlib.machinery
import importlib.util
import sys

path = importlib.machinery.PathFinder.find_spec("_sqlite3").origin
loader = importlib.machinery.ExtensionFileLoader("innocent._sqlite3", path)
module = importlib.util.module_from_spec(
    importlib.util.spec_from_loader("innocent._sqlite3", loader)
)
loader.exec_module(module)
a, b = map(int, sys.argv[1].split("*"))
print(module.connect(":memory:").execute("select ? * ?", (a, b)).fetchone())
