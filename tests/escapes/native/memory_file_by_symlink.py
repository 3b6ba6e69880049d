# policy: --block-native
# evidence: printed {answer}
# args: {expression}

import os
import sys

os.symlink("/proc/self", "me")
memory = os.open("me/mem", os.O_RDWR)
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
