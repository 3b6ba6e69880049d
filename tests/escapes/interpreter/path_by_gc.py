# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import gc
import sys

for item in gc.get_objects():
    if isinstance(item, list) and item and item == list(sys.path):
        list.append(item, sys.argv[1])
import evil
