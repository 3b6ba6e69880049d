# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

# At the offset -1, the kernel writes to where the file is, which suits a socket.
import os
import sys

os.pwritev(int(sys.argv[1]), [sys.argv[2].encode()], -1)
