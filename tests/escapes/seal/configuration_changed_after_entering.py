# policy: --no-environment
# evidence: heard tcp
# args: {host} {port}

import contextlib
import socket
import sys

try:
    from hermetic import BlockConfig, hermetic_blocker

    config = BlockConfig(block_network=True, sealed=True)
    blocker = hermetic_blocker(config)
    blocker.__enter__()
    config.block_network = False
    config.allow_domains.append(sys.argv[1])
    for name in vars(blocker):
        setattr(blocker, name, None)
except ImportError:
    pass
socket.create_connection((sys.argv[1], int(sys.argv[2])))
