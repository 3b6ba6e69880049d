# policy: --no-network --allow-localhost
# evidence: listening

import http.server
import time

server = http.server.HTTPServer(("", 0), http.server.BaseHTTPRequestHandler)
time.sleep(0.4)
