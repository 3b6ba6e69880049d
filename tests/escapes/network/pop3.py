# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import poplib
import sys

poplib.POP3(*sys.argv[1:], timeout=2)
