# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# silent: the standard library only tries it, which is logged as a probe

import os
import sys
import uuid

script = os.path.join(os.getcwd(), "ifconfig")
with open(script, "w") as file:
    file.write("#!/bin/sh\ntouch " + sys.argv[1])
os.chmod(script, 0o755)
os.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]
uuid._ifconfig_getnode()
