# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

import os.path
print(os.path.expandvars("connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"ANARY_SECRET"))
