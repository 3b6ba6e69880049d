# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

# Starts a Python of its own; its executable may be chosen.
import multiprocessing.resource_tracker as tracker
import multiprocessing.spawn
import os
import sys
import time

script = os.path.join(os.getcwd(), "python")
with open(script, "w") as file:
    file.write("#!/bin/sh\ntouch " + sys.argv[1])
os.chmod(script, 0o755)
multiprocessing.spawn.set_executable(script)
tracker.ensure_running()
time.sleep(0.3)
