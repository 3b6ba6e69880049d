# policy: --fs-readonly
# evidence: printed {token}
# args: {token}
# needs: python>=3.12

import os
import sys

sys.activate_stack_trampoline("perf")
(lambda: None)()
os.remove(f"/tmp/perf-{os.getpid()}.map")
print(sys.argv[1])
