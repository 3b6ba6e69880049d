# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
import urllib.request

urllib.request.urlopen("ftp://%s:%s/" % tuple(sys.argv[1:]), timeout=2)
