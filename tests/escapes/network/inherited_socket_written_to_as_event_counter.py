# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

# Eight bytes at a time, whatever the descriptor is.
import os
import sys

fd, token = int(sys.argv[1]), sys.argv[2].encode()
token += bytes(-len(token) % 8)
for start in range(0, len(token), 8):
    os.eventfd_write(fd, int.from_bytes(token[start : start + 8], sys.byteorder))
