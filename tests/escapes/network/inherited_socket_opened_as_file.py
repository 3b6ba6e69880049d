# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import sys

with open(int(sys.argv[1]), "wb", buffering=0) as file:
    file.write(sys.argv[2].encode())
