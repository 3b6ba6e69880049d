# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import importlib.util
import sys

sys.modules.pop("_socket", None)
sys.modules.pop("socket", None)
import socket

address = (sys.argv[1], int(sys.argv[2]))
socket.socket().connect(address)
