# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# A guard that looks sys.path up may meet a key with a method of its own.
import sys


class Key(str):
    def __hash__(self):
        return hash("path")

    def __eq__(self, other):
        try:
            exec(sys.argv[1])
        except Exception:
            pass
        return False


path = sys.path
del sys.path
dict.__setitem__(vars(sys), Key("other"), None)
sys.path = path
import colorsys
