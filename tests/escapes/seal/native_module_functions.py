# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# Every function of our built-in module, with every plausible argument.
import itertools
import socket
import sys

try:
    import _hermetic
except ImportError:
    _hermetic = None
for name in dir(_hermetic):
    function = getattr(_hermetic, name)
    if not callable(function) or isinstance(function, type):
        continue
    for count in range(3):
        for arguments in itertools.product((0, 1, -1, None, {}, False), repeat=count):
            try:
                function(*arguments)
            except Exception:
                pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
