# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys, urllib.request

urllib.request.urlopen("http://%s:%s/" % tuple(sys.argv[1:]))
