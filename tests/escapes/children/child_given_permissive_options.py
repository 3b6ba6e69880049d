# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# silent: either the child refuses the option or its connection is refused

import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
for options in (
    ["--no-network", "--allow-host", sys.argv[1]],
    ["--on-violation=log"],
    ["--report-only"],
    [],
):
    subprocess.run([sys.executable, *options, "-c", connect, *sys.argv[1:]])
