# uses: localhost

import socket
import threading

server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    with connection:
        connection.sendall(connection.recv(100)[::-1])


threading.Thread(target=serve).start()
with socket.create_connection(server.getsockname(), timeout=5) as client:
    client.sendall(b"abc")
    print(client.recv(100), client.getpeername()[0])
