# policy: --no-environment
# evidence: printed {secret}

import os, threading

thread = threading.Thread(target=lambda: print(os.environ["CANARY_SECRET"]))
thread.start()
thread.join()
