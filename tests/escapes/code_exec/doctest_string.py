# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import doctest
import sys


def sample():
    pass


sample.__doc__ = ">>> " + sys.argv[1]
doctest.run_docstring_examples(sample, {"print": lambda x: sys.stdout.write(str(x)) and None})
