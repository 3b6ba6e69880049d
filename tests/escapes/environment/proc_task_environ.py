# policy: --no-environment
# evidence: printed {secret}
# silent: it may be empty or refused

import threading

print(open(f"/proc/self/task/{threading.get_native_id()}/environ").read())
