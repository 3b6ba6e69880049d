# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

# With preexec_fn, the child runs Python before the program.
import subprocess
import sys

subprocess.Popen(["true"], preexec_fn=lambda: open(sys.argv[1], "w")).wait()
