# policy: --no-environment
# evidence: printed {secret}
# silent: a child inherits what is allowed

import os
os.system("echo connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"ANARY_SECRET")
