# policy: --no-environment
# evidence: printed {secret}

import subprocess
import sys

subprocess.run([sys.executable, "-c", "import os; print(os.environ['CANARY_SECRET'])"])
