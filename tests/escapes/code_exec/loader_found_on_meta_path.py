# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.abc
import importlib.util
import sys


class Finder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self)

    def get_source(self, name):
        return sys.argv[1]


sys.meta_path.insert(0, Finder())
import nothing_of_that_name
