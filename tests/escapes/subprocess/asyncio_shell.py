# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_shell("touch " + sys.argv[1])
    await process.wait()


asyncio.run(main())
