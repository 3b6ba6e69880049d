# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import subprocess
import sys

subprocess.run(
    [sys.executable, "-I", "-c", "import sys; print(open(sys.argv[1]).read())", *sys.argv[1:]],
    env={},
)
