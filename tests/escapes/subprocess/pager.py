# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os
import pydoc
import sys

pydoc.pipepager("text", "touch " + sys.argv[1])
