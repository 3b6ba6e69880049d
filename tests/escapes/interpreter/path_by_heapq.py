# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# C code that takes a list works on its storage, whatever its class.
import heapq
import sys

heapq.heappush(sys.path, sys.argv[1])
import evil
