# policy: --no-network
# evidence: heard tcp
# args: {host} {port}

import asyncio
import sys

connect = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)"


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", connect, *sys.argv[1:])
    await process.wait()


asyncio.run(main())
