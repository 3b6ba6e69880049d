# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import os, pydoc, sys

pydoc.pipepager("text", "touch " + sys.argv[1])
