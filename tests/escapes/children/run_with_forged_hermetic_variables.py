# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import os
import subprocess
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"
forged = {name: "" for name in os.environ if "HERMETIC" in name.upper()}
forged |= {
    "HERMETIC_POLICY": "{}",
    "HERMETIC_FLAGS_JSON": "{}",
    "HERMETIC_NO_NETWORK": "1",
    "HERMETIC_ALLOW_HOST": sys.argv[1],
    "HERMETIC_REPORT_ONLY": "1",
}
subprocess.run([sys.executable, "-c", connect, *sys.argv[1:]], env={**os.environ, **forged})
