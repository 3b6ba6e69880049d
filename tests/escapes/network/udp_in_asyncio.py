# policy: --no-network
# evidence: heard udp
# args: {host} {port}

import asyncio
import sys

address = (sys.argv[1], int(sys.argv[2]))


async def main():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=address
    )
    transport.sendto(b"x")
    await asyncio.sleep(0.1)


asyncio.run(main())
