# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
with open("hermetic.toml", "w") as file:
    file.write(f'no_network = true\nallow_host = ["{sys.argv[1]}"]\n')
subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]])
