# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# Any object that looks like a policy or a guard, emptied.
import gc
import socket
import sys

for item in gc.get_objects():
    kind = type(item)
    if "hermetic" in getattr(kind, "__module__", "").lower() or "policy" in kind.__name__.lower():
        for clear in ("clear", "close", "uninstall", "__exit__"):
            try:
                getattr(item, clear)()
            except BaseException:
                pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
