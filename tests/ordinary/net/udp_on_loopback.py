# uses: localhost

import socket

receiver = socket.socket(type=socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 0))
sender = socket.socket(type=socket.SOCK_DGRAM)
sender.sendto(b"x", receiver.getsockname())
print(receiver.recvfrom(10)[0])
sender.connect(receiver.getsockname())
sender.send(b"y")
print(receiver.recv(10))
