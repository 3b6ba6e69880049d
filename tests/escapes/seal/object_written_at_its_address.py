# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: module ctypes

# Memory by address: any object of the interpreter can be rewritten.
import ctypes
import sys

text = sys.argv[1].encode()
victim = bytes(len(text))
header = bytes.__basicsize__ - 1
(ctypes.c_char * len(text)).from_address(id(victim) + header).raw = text
print(victim.decode())
