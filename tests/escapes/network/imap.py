# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import imaplib
import sys

address = (sys.argv[1], int(sys.argv[2]))
imaplib.IMAP4(*address, timeout=2)
