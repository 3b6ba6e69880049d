# policy: --no-network --allow-domain google.internal --allow-host 0.0.0.0/0
# evidence: heard tcp
# args: Metadata.Google.INTERNAL. {port}
# needs: netns

import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
socket.create_connection(address)
