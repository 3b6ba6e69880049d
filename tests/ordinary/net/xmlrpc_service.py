# uses: localhost

import threading
import xmlrpc.client
import xmlrpc.server

server = xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_function(pow)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(xmlrpc.client.ServerProxy(f"http://127.0.0.1:{server.server_address[1]}").pow(2, 10))
server.shutdown()
