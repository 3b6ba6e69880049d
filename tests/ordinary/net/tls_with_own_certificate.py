# uses: localhost write
# needs: program openssl
# setup: openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null

import socket
import ssl
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("cert.pem", "key.pem")
server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    with context.wrap_socket(connection, server_side=True) as secure:
        secure.sendall(secure.recv(100).upper())


threading.Thread(target=serve).start()
trusting = ssl.create_default_context(cafile="cert.pem")
with socket.create_connection(server.getsockname()) as plain:
    with trusting.wrap_socket(plain, server_hostname="localhost") as secure:
        secure.sendall(b"secret")
        print(secure.recv(100), secure.version(), secure.getpeercert()["subject"])
