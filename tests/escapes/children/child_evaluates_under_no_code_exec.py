# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import subprocess
import sys

subprocess.run([sys.executable, "-I", "-c", "import sys; exec(sys.argv[1])", *sys.argv[1:]], env={})
