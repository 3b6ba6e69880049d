# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import os
import sys

folder = os.open("/proc/self", os.O_RDONLY)
memory = os.open("mem", os.O_RDWR, dir_fd=folder)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
