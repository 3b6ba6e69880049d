# policy: --no-environment
# evidence: printed {secret}
# silent: a reader in the standard library may find it absent

import os, string
print(string.Template("connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"ANARY_SECRET").substitute(os.environ))
