"""A small weather service on loopback, for fetch.py. Prints its port, then serves."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

READINGS = {"oslo": -3.5, "rome": 11.0, "lima": 22.4}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        city = self.path.removeprefix("/temperature/")
        status = 200 if city in READINGS else 404
        body = json.dumps({"city": city, "celsius": READINGS.get(city)}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
