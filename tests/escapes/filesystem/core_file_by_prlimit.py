# policy: --fs-readonly
# evidence: created {inside}/core
# needs: root
# needs: code assert open("/proc/sys/kernel/core_pattern").read() == "core\n"

import os
import resource

unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
pid = os.fork()
if pid == 0:
    resource.prlimit(os.getpid(), resource.RLIMIT_CORE, unlimited)
    os.abort()
os.wait()
