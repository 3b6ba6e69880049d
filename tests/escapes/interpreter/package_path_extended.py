# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

import sys
import xml

xml.__path__.append(sys.argv[1])
import xml.evil
