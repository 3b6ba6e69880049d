# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.run(
    [sys.executable, "-I", "-c", "import sys; open(sys.argv[1], 'w')", *sys.argv[1:]], env={}
)
