# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import os
import sys
import threading

memory = os.open(f"/proc/self/task/{threading.get_native_id()}/mem", os.O_WRONLY)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
