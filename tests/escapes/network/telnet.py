# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: python<3.13

import sys
import telnetlib

address = (sys.argv[1], int(sys.argv[2]))
telnetlib.Telnet(*address, timeout=2)
