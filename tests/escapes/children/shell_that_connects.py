# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: program bash
# layer: kernel: a shell does not know our hook

import subprocess
import sys

subprocess.run(["bash", "-c", f"exec 3<>/dev/tcp/{sys.argv[1]}/{sys.argv[2]}"])
