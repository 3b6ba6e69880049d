# policy: --deny-import fractions
# evidence: printed {answer}
# args: {expression}

import sys
import unittest
import unittest.mock

get, name = unittest.mock._get_target("fractions.Fraction")
a, b = map(int, sys.argv[1].split("*"))
print(getattr(get(), name)(a) * b)
