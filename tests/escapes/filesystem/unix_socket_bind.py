# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import socket
import sys

socket.socket(socket.AF_UNIX).bind(sys.argv[1])
