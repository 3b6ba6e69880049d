# uses: subprocess

import signal
import subprocess
import time

process = subprocess.Popen(["sleep", "30"])
process.send_signal(signal.SIGTERM)
print(process.wait())
