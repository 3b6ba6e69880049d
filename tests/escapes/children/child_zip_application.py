# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys
import zipfile

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
with zipfile.ZipFile("app.pyz", "w") as archive:
    archive.writestr("__main__.py", connect)
subprocess.run([sys.executable, "app.pyz", *sys.argv[1:]])
