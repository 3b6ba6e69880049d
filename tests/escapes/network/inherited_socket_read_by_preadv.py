# policy: --no-network
# evidence: printed HTTP/1.0
# args: {fd}
# inherit: tcp

import os
import sys

buffer = bytearray(8)
os.preadv(int(sys.argv[1]), [buffer], -1)
print(buffer.decode())
