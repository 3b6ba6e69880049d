# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import sys

address = (sys.argv[1], int(sys.argv[2]))
interpreters.run_string(
    interpreters.create(), f"import socket; socket.create_connection({address!r})"
)
