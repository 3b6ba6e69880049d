# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# The hook has to raise: without its exception types it may let the call pass.
import builtins
import socket
import sys

try:
    import hermetic.errors

    hermetic.errors.PolicyViolation = hermetic.errors.HermeticError = int
    del hermetic.errors.PolicyViolation
except ImportError:
    pass
sock = socket.socket()
for name in ("RuntimeError", "PermissionError", "ImportError", "OSError", "Exception"):
    setattr(builtins, name, None)
sock.connect((sys.argv[1], int(sys.argv[2])))
