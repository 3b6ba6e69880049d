# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.abc
import importlib.util
import sys


class Loader(importlib.abc.InspectLoader):
    def get_source(self, name):
        return sys.argv[1]


spec = importlib.util.spec_from_loader("generated", Loader())
spec.loader.exec_module(importlib.util.module_from_spec(spec))
