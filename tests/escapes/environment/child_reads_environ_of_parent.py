# policy: --no-environment
# evidence: printed {secret}
# silent: the parent's initial block is empty

import os
import subprocess

print(subprocess.run(["cat", f"/proc/{os.getpid()}/environ"], capture_output=True).stdout)
