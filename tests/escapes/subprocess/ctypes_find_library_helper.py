# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# silent: the standard library only tries it, which is logged as a probe

# find_library runs a compiler found on PATH.
import ctypes.util
import os
import sys

script = os.path.join(os.getcwd(), "gcc")
with open(script, "w") as file:
    file.write("#!/bin/sh\ntouch " + sys.argv[1])
os.chmod(script, 0o755)
os.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]
ctypes.util._findLib_gcc("none")
