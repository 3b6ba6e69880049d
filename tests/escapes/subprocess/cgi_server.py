# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# needs: python<3.15

import http.server
import os
import socket
import sys

os.mkdir("cgi-bin")
with open("cgi-bin/run", "w") as file:
    file.write("#!/bin/sh\ntouch " + sys.argv[1])
os.chmod("cgi-bin/run", 0o755)
if os.geteuid() == 0:
    os.chmod(".", 0o777)
    os.chmod(os.path.dirname(sys.argv[1]), 0o777)
left, right = socket.socketpair()
left.sendall(b"GET /cgi-bin/run HTTP/1.0\r\n\r\n")
server = type("Server", (), {"server_name": "x", "server_port": 1})()
http.server.CGIHTTPRequestHandler(right, ("127.0.0.1", 1), server)
