# uses: subprocess

import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=-1, stdout=-1)
    print((await process.communicate(b"async"))[0], process.returncode)
    process = await asyncio.create_subprocess_shell("echo shell; exit 2", stdout=-1)
    print((await process.communicate())[0], process.returncode)


asyncio.run(main())
