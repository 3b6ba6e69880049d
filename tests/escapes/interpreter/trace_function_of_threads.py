# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}

import sys
import threading


def trace(frame, event, arg):
    a, b = map(int, sys.argv[1].split("*"))
    print(a * b)


threading.settrace(trace)
thread = threading.Thread(target=lambda: 0)
thread.start()
thread.join()
