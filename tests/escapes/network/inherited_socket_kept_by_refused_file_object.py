# policy: --no-network
# evidence: heard data
# args: {fd} {token}
# inherit: tcp

import io
import sys

fd, token = int(sys.argv[1]), sys.argv[2].encode()
file = io.FileIO.__new__(io.FileIO)
try:
    file.__init__("any", "wb", opener=lambda path, flags: fd)  # type: ignore[misc]
except RuntimeError:
    pass
file.write(token)
