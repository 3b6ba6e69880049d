# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os, sys
from subprocess import _fork_exec as fork_exec
import subprocess

real = subprocess._fork_exec


def call(*args):
    return fork_exec(*args)


subprocess._fork_exec = call
subprocess.run(["touch", sys.argv[1]], close_fds=False)
