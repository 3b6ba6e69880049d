# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import asyncio
import sys

asyncio.run(asyncio.open_connection(*sys.argv[1:]))
