# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import asyncio
import sys


async def main():
    asyncio.get_running_loop().call_soon(exec, sys.argv[1], {})
    await asyncio.sleep(0.01)


asyncio.run(main())
