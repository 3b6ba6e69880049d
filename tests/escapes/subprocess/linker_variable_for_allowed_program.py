# policy: --no-subprocess --allow-run=true
# evidence: printed {token}.so
# args: {token}.so

# The dynamic linker loads what a variable names, and complains of what is not there.
import subprocess
import sys

subprocess.run(["true"], env={"PATH": "/usr/bin:/bin", "LD_PRELOAD": sys.argv[1]})
