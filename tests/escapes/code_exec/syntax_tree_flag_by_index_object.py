# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


class Flags(int):
    def __index__(self):
        return 0x400

    def __and__(self, other):
        return 0x400


code = compile(sys.argv[1], "x", "exec", Flags(0))
exec(code)
