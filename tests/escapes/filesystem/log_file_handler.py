# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import logging
import sys

logging.FileHandler(sys.argv[1])
