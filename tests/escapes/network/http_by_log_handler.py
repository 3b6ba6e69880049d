# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import logging.handlers
import sys

host, port = sys.argv[1], int(sys.argv[2])
logging.getLogger().addHandler(logging.handlers.HTTPHandler(f"{host}:{port}", "/"))
logging.error("out")
