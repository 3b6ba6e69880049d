# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

# posixpath.expandvars reads os.environ through its own global, which can be replaced.
import os, posixpath
class Os:
    def __getattr__(self, name):
        return getattr(os, name)
posixpath.os = Os()
print(posixpath.expandvars("connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"ANARY_SECRET"))
