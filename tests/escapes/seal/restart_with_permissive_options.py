# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}
# silent: either the child refuses the option or its connection is refused

import os
import subprocess
import sys

code = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])))"
for options in (
    [],
    ["--no-network", "--allow-host", sys.argv[1]],
    ["--on-violation=log"],
    ["--report-only"],
    ["--kernel=off"],
):
    subprocess.run([sys.executable, *options, "-c", code, *sys.argv[1:]])
