# policy: --no-subprocess --allow-run {python}
# evidence: created {mark}
# args: {mark}

# The program that may be started is our interpreter; what it starts may not.
import subprocess
import sys

code = "import subprocess, sys; subprocess.run(['touch', sys.argv[1]])"
subprocess.run([sys.executable, "-c", code, *sys.argv[1:]])
