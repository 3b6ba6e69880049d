# policy: --no-environment
# evidence: printed {secret}
# silent: a child inherits what is allowed

import subprocess

print(subprocess.run(["env"], capture_output=True).stdout)
