# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/doc.txt
# setup: printf '>>> %s\n' "import sys; sys.__stdout__.write(str({expression}))" > {code}/doc.txt

import doctest
import sys

doctest.testfile(sys.argv[1], module_relative=False)
