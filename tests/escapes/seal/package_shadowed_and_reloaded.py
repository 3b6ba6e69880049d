# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

import importlib
import socket
import sys
import types

for name in [name for name in sys.modules if "hermetic" in name]:
    del sys.modules[name]
fake = types.ModuleType("_hermetic")
sys.modules["_hermetic"] = fake
try:
    importlib.import_module("hermetic")
except Exception:
    pass
sys.modules["hermetic"] = types.ModuleType("hermetic")
socket.create_connection((sys.argv[1], int(sys.argv[2])))
