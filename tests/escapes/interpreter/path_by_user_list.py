# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# The standard library's code changes whatever list it is given.
import collections
import sys

proxy = collections.UserList()
proxy.data = sys.path
proxy.append(sys.argv[1])
import evil
