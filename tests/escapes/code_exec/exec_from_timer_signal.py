# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import signal
import sys

signal.signal(signal.SIGALRM, lambda *_: exec(sys.argv[1]))
signal.raise_signal(signal.SIGALRM)
