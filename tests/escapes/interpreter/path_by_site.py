# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import site
import sys

site.addsitedir(sys.argv[1])
import evil
