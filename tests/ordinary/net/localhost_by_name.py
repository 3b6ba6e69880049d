# uses: localhost

import socket
import threading

server = socket.create_server(("localhost", 0))
threading.Thread(target=lambda: server.accept()[0].close()).start()
print(
    socket.create_connection(("localhost", server.getsockname()[1])).recv(1),
    socket.gethostbyname("localhost"),
)
print(sorted({info[4][0] for info in socket.getaddrinfo("localhost", 80, socket.AF_INET)}))
