# policy: --no-subprocess --allow-run echo --no-network

import subprocess

print(subprocess.run(["echo", "allowed"], capture_output=True, text=True).stdout)
