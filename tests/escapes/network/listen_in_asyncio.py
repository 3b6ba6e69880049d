# policy: --no-network --allow-localhost
# evidence: listening

import asyncio


async def main():
    await asyncio.start_server(lambda *_: None, None, 0)
    await asyncio.sleep(0.4)


asyncio.run(main())
