# policy: --no-network
# evidence: heard unix
# args: {unix}.dgram

import logging.handlers
import sys

logging.getLogger().addHandler(logging.handlers.SysLogHandler(sys.argv[1]))
logging.error("out")
