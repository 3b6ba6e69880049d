# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import sys
import xmlrpc.client

xmlrpc.client.ServerProxy("http://%s:%s/" % tuple(sys.argv[1:])).call()
