# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import importlib.machinery
import sys


class Loader(importlib.machinery.SourceFileLoader):
    def get_data(self, path):
        return sys.argv[1].encode()

    def path_stats(self, path):
        raise OSError


loader = Loader("generated", "/nonexistent/generated.py")
loader.load_module()
