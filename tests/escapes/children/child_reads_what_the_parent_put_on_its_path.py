# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import os
import subprocess
import sys

sys.path.append(os.path.dirname(sys.argv[1]))
code = "import sys; print(open(sys.argv[1]).read())"
subprocess.run([sys.executable, "-c", code, sys.argv[1]], stderr=subprocess.DEVNULL)
