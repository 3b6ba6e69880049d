# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import importlib
import socket
import sys

for name in (
    "network",
    "subprocess_guard",
    "filesystem",
    "environment",
    "code_exec",
    "imports_guard",
    "interpreter",
):
    try:
        importlib.import_module("hermetic.guards." + name).uninstall()
    except ImportError:
        pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
