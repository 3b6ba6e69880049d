# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
import urllib.request

urllib.request.urlopen("http://%s:%s/" % tuple(sys.argv[1:]))
