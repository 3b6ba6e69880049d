# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}
# needs: netns

import ipaddress
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
socket.socket().connect((str(int(ipaddress.ip_address(host))), port))
