# policy: --block-native --no-subprocess
# evidence: printed {answer}
# args: {expression}
# layer: kernel: the rights of a mapping are not in its audit event; seccomp sees them

import mmap
import sys

memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(b"\xc3")
a, b = map(int, sys.argv[1].split("*"))
print(a * b)
