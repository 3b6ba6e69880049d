# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import logging, sys

logging.FileHandler(sys.argv[1])
