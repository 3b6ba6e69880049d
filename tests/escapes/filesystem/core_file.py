# policy: --fs-readonly
# evidence: created {inside}/core
# silent: there is no room for one from the start
# needs: code assert open("/proc/sys/kernel/core_pattern").read() == "core\n"

import os
import resource

_, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
if os.fork() == 0:
    os.abort()
os.wait()
