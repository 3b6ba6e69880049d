# uses: localhost write

import os
import socket

server = socket.socket(socket.AF_UNIX)
server.bind("s")
server.listen()
client = socket.socket(socket.AF_UNIX)
client.connect("s")
connection, _ = server.accept()
read, write = os.pipe()
socket.send_fds(client, [b"fd"], [write])
data, fds, _, _ = socket.recv_fds(connection, 10, 1)
os.write(fds[0], b"passed")
print(data, os.read(read, 10))
