# policy: --no-subprocess --allow-run=true
# env: LD_LIBRARY_PATH=/nowhere

import os
import subprocess

subprocess.run(["true"], check=True)
subprocess.run(["true"], env={**os.environ, "MORE": "1"}, check=True)
print("ran")
