# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# LOAD_CONST out of range reads other memory: crafted bytecode is native code.
import opcode
import sys

a, b = map(int, sys.argv[1][6:-1].split("*"))


def product(x, y):
    return x + y


body = bytearray(product.__code__.co_code)
at = [i for i in range(0, len(body), 2) if opcode.opname[body[i]] == "BINARY_OP"][0]
body[at + 1] = 5
product.__code__ = product.__code__.replace(co_code=bytes(body))
print(product(a, b))
