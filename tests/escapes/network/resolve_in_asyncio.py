# policy: --no-network
# evidence: heard dns
# args: {token}.host.test
# needs: netns

import asyncio
import sys


async def main():
    await asyncio.get_running_loop().getaddrinfo(sys.argv[1], 80)


asyncio.run(main())
