# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# The helper that fills sys.path_importer_cache asks the class that it is given.
import importlib.machinery
import importlib.util
import sys


class Finder:
    def find_spec(self, name, target=None):
        return importlib.util.spec_from_file_location(name, sys.argv[1] + "/evil.py")


class Hooks:
    @classmethod
    def _path_hooks(cls, path):
        return Finder()


place = sys.path[-1]
helper = importlib.machinery.PathFinder._path_importer_cache.__func__
dict.pop(sys.path_importer_cache, place, None)
helper(Hooks, place)
import evil
