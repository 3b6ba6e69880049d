# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import ssl
import sys

address = (sys.argv[1], int(sys.argv[2]))
ssl.get_server_certificate(address, timeout=5)
