# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import sys

fd, token = int(sys.argv[1]), sys.argv[2].encode()
with open("any", "wb", buffering=0, opener=lambda path, flags: fd) as file:
    file.write(token)
