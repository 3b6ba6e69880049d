# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import unittest

unittest.FunctionTestCase(lambda: exec(sys.argv[1])).debug()
