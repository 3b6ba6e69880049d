# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import os
import sys

with open("token", "w+") as file:
    print(sys.argv[2], file=file, flush=True)
    os.sendfile(int(sys.argv[1]), file.fileno(), 0, 1000)
