# policy: --no-network
# evidence: heard unix
# args: {unix}

import asyncio
import sys

asyncio.run(asyncio.wait_for(asyncio.open_unix_connection(sys.argv[1]), 5))
