# policy: --no-environment
# evidence: printed {secret}

import os

if os.fork() == 0:
    print(os.environ["CANARY_SECRET"], flush=True)
    os._exit(0)
_, status = os.wait()
raise SystemExit(os.waitstatus_to_exitcode(status))
