# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import _io
import sys


class Number:
    def __index__(self):
        return int(sys.argv[1])


_io.FileIO(Number(), "wb").write(sys.argv[2].encode())
