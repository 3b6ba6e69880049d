# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import threading

thread = threading.Thread(target=exec, args=(sys.argv[1], {}))
thread.start()
thread.join()
