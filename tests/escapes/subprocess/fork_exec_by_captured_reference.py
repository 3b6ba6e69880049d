# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import subprocess
import sys
from subprocess import _fork_exec as fork_exec

real = subprocess._fork_exec


def call(*args):
    return fork_exec(*args)


subprocess._fork_exec = call
subprocess.run(["touch", sys.argv[1]], close_fds=False)
