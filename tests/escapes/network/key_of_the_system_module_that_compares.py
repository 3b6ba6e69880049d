# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

# A guard that looks sys.path up may meet a key with a method of its own.
import _socket
import sys

host, port = sys.argv[1:]


class Key(str):
    def __hash__(self):
        return hash("path")

    def __eq__(self, other):
        try:
            _socket.socket().connect((host, int(port)))
        except Exception:
            pass
        return False


path = sys.path
del sys.path
dict.__setitem__(vars(sys), Key("other"), None)
sys.path = path
import colorsys
