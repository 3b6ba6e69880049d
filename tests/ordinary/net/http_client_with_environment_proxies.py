# uses: localhost environment

import http.client
import http.server
import threading
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(data.upper())

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("localhost", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(urllib.request.urlopen(f"http://localhost:{server.server_port}/", data=b"posted").read())
connection = http.client.HTTPConnection("localhost", server.server_port)
connection.request("POST", "/", b"again")
print(connection.getresponse().status)
server.shutdown()
