# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import sys


class Finder:
    @staticmethod
    def find_spec(name, target=None):
        a, b = sys.argv[1].split("*")
        print(int(a) * int(b))


for entry in list(sys.path_importer_cache):
    sys.path_importer_cache[entry] = Finder
import nothing_of_that_name
