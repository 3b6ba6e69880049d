import socket

left, right = socket.socketpair()
left.sendall(b"hello")
print(right.recv(10), left.family == socket.AF_UNIX, socket.inet_aton("1.2.3.4"), socket.htons(1))
left.close()
right.close()
