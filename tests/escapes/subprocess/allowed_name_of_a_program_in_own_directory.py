# policy: --no-subprocess --allow-run true
# evidence: created {mark}
# args: {mark}

import os
import subprocess
import sys

script = os.path.join(os.getcwd(), "true")
with open(script, "w") as file:
    file.write("#!/bin/sh\ntouch " + sys.argv[1])
os.chmod(script, 0o755)
os.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]
subprocess.run(["true"])
