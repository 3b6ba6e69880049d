# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import importlib.machinery
import importlib.util
import sys


def find_spec(cls, name, path=None, target=None):
    return importlib.util.spec_from_file_location(name, sys.argv[1] + "/evil.py")


importlib.machinery.PathFinder.find_spec = classmethod(find_spec)
import evil
