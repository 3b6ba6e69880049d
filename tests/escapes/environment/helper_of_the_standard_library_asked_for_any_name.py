# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

# A caller that is trusted by identity takes the name from its argument.
import os.path, sysconfig
print(os.path.expandvars("${CANARY_SECRET}"), os.path.expandvars(b"connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"ANARY_SECRET"))
