# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import http.client
import sys

http.client.HTTPConnection(*sys.argv[1:]).request("GET", "/")
