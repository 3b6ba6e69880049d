# uses: localhost

import socket

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
try:
    socket.create_connection(("127.0.0.1", port), 2)
except ConnectionRefusedError as error:
    print(error.errno)
print(socket.socket().connect_ex(("127.0.0.1", port)))
