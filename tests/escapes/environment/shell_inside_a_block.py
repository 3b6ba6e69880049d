# policy: --no-network
# evidence: printed {answer}
# args: {expression}
# silent: nothing is refused: the variable is not among those of the child

# A block leaves the variables where they are, for later; a shell that is started inside tells.
import contextlib
import os
import subprocess
import sys

a, b = map(int, sys.argv[1].split("*"))
os.environ["SECRET"] = str(a * b)
try:
    from hermetic import hermetic_blocker

    blocker = hermetic_blocker(block_environment=True)
except ImportError:
    blocker = contextlib.nullcontext()
with blocker:
    os.system("echo $SECRET")
    subprocess.run(["sh", "-c", "echo $SECRET"])
    if os.fork() == 0:
        os.execv("/bin/sh", ["sh", "-c", "echo $SECRET"])
    os.wait()
