# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import logging
import logging.config
import sys

host, port = sys.argv[1], int(sys.argv[2])
logging.config.dictConfig(
    {
        "version": 1,
        "handlers": {"h": {"class": "logging.handlers.SocketHandler", "host": host, "port": port}},
        "root": {"handlers": ["h"]},
    }
)
logging.error("out")
