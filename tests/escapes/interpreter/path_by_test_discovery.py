# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys
import unittest

unittest.TestLoader().discover(sys.argv[1], pattern="nothing*")
import evil
