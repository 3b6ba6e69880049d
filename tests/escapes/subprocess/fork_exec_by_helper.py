# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import _posixsubprocess
import multiprocessing.util
import os
import sys

read, write = os.pipe()
pid = multiprocessing.util.spawnv_passfds(b"/usr/bin/touch", ["touch", sys.argv[1]], [])
os.waitpid(pid, 0)
