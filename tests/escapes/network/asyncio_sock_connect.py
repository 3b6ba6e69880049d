# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import asyncio
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


async def main():
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, address)


asyncio.run(main())
