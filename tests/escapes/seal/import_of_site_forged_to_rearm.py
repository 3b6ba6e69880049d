# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# Start-up waits for the first import of site: a later one must not start anything anew.
import importlib
import socket
import sys

sys.modules.pop("site", None)
importlib.reload(importlib.import_module("site"))
sys.audit("import", "site", None, None, None, None)
socket.create_connection((sys.argv[1], int(sys.argv[2])))
