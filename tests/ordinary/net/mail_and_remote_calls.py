# uses: localhost

import email.message
import email.policy
import ftplib
import http.client
import http.cookiejar
import http.server
import imaplib
import json
import poplib
import select
import selectors
import smtplib
import socket
import socketserver
import threading
import urllib.error
import urllib.request
import xmlrpc.client
import xmlrpc.server


class Mail(socketserver.StreamRequestHandler):
    received = []

    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        body = None
        while line := self.rfile.readline():
            if body is not None:
                if line == b".\r\n":
                    Mail.received.append(b"".join(body))
                    body = None
                    self.wfile.write(b"250 kept\r\n")
                else:
                    body.append(line)
            elif line.upper().startswith(b"DATA"):
                body = []
                self.wfile.write(b"354 go on\r\n")
            elif line.upper().startswith(b"QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 fine\r\n")


class Web(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body = json.dumps({"got": data, "agent": self.headers["X-Agent"]}).encode()
        self.send_response(201)
        self.send_header("Set-Cookie", "seen=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/move":
            self.send_response(302)
            self.send_header("Location", "/there")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *args):
        pass


def serve(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail) as server:
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.org", "b@y.org", "Grüße"
    message.set_content("Hello\n")
    message.add_attachment(b"data", maintype="application", subtype="x", filename="f.bin")
    message.set_boundary("==edge==")
    with smtplib.SMTP("127.0.0.1", serve(server), local_hostname="me", timeout=10) as smtp:
        print(smtp.send_message(message))
    parsed = email.message_from_bytes(Mail.received[0], policy=email.policy.default)
    print(parsed["Subject"], [part.get_content_type() for part in parsed.walk()])
    server.shutdown()

with http.server.ThreadingHTTPServer(("localhost", 0), Web) as server:
    base = f"http://localhost:{serve(server)}"
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    request = urllib.request.Request(base + "/a", b'{"n": 1}', {"X-Agent": "me"}, method="POST")
    with opener.open(request, timeout=10) as answer:
        print(answer.status, json.load(answer))
    try:
        opener.open(base + "/move", timeout=10)
    except urllib.error.HTTPError as error:
        print(error.code, error.url.endswith("/there"))
    connection = http.client.HTTPConnection("localhost", server.server_port, timeout=10)
    for n in range(2):
        connection.request("POST", "/", json.dumps(n))
        print(connection.getresponse().read())
    connection.close()
    server.shutdown()

with xmlrpc.server.SimpleXMLRPCServer(
    ("127.0.0.1", 0), logRequests=False, allow_none=True
) as server:
    server.register_function(pow)
    server.register_introspection_functions()
    with xmlrpc.client.ServerProxy(f"http://127.0.0.1:{serve(server)}") as proxy:
        print(proxy.pow(2, 5), proxy.system.listMethods())
        try:
            proxy.nothing()
        except xmlrpc.client.Fault as fault:
            print(fault.faultCode)
    server.shutdown()

one, two = socket.socketpair()
with selectors.DefaultSelector() as selector:
    selector.register(two, selectors.EVENT_READ, "two")
    one.send(b"x")
    print([key.data for key, _ in selector.select(1)])
print(select.select([two], [one], [], 1)[0] == [two])
poll = select.epoll()
poll.register(two.fileno(), select.EPOLLIN)
print(poll.poll(1)[0][1] == select.EPOLLIN)
print(socket.gethostbyname("localhost"), socket.getservbyname("http"), socket.inet_aton("1.2.3.4"))
print(
    socket.has_ipv6,
    socket.create_server(("127.0.0.1", 0)).getsockname()[0],
    bool(socket.gethostname()),
)
