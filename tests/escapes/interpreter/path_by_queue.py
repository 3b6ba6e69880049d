# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import queue
import sys

stack = queue.LifoQueue()
stack.queue = sys.path
stack.put(sys.argv[1])
import evil
