# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import ftplib
import sys

address = (sys.argv[1], int(sys.argv[2]))
ftplib.FTP().connect(*address, timeout=2)
