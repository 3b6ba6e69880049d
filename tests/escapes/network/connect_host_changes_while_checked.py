# policy: --no-network --allow-localhost
# evidence: heard tcp
# args: {host} {port}

# Another thread turns a loopback address into the target, over and over.
import socket
import sys
import threading
import time

host, port = sys.argv[1], int(sys.argv[2])
far = host.encode()
name = bytearray(far)
done = threading.Event()


def flip():
    while not done.is_set():
        name[:] = b"127.000.0.01"[: len(far)]
        name[:] = far


threading.Thread(target=flip, daemon=True).start()
sys.setswitchinterval(1e-6)
for _ in range(300):
    with socket.socket() as sock:
        sock.settimeout(0.05)
        try:
            sock.connect((name, port))
        except Exception:
            pass
done.set()
