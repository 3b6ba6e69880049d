# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import xmlrpc.client
import xmlrpc.server

server = xmlrpc.server.SimpleXMLRPCDispatcher()
server.register_function(exec)
data = xmlrpc.client.dumps((sys.argv[1],), "exec")
server._marshaled_dispatch(data.encode())
