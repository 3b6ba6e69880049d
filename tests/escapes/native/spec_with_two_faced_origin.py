# policy: --block-native
# evidence: printed {answer}
# args: {expression}
# needs: python<3.13

import _imp
import importlib.machinery
import sys

real = importlib.machinery.PathFinder.find_spec("_ctypes").origin
decoy = importlib.machinery.PathFinder.find_spec("_json").origin


class Spec:
    name = "innocent._ctypes"
    answers = [decoy, real, real]

    @property
    def origin(self):
        return self.answers.pop(0)


module = _imp.create_dynamic(Spec())
_imp.exec_dynamic(module)
a, b = map(int, sys.argv[1].split("*"))
print(a * b if module.dlopen(None, 2) else 0)
