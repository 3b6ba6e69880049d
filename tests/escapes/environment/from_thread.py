# policy: --no-environment
# evidence: printed {secret}

import os
import threading

thread = threading.Thread(target=lambda: print(os.environ["CANARY_SECRET"]))
thread.start()
thread.join()
