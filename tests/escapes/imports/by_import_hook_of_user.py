# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import importlib.machinery
import sys


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "innocent":
            spec = importlib.machinery.PathFinder.find_spec("fractions")
            return spec


sys.meta_path.insert(0, Finder)
import innocent

a, b = map(int, sys.argv[1].split("*"))
print(
    sys.modules["fractions"].Fraction(a) * b
    if "fractions" in sys.modules
    else innocent.Fraction(a) * b
)
