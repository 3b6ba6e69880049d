# uses: localhost environment code_exec
# wants: aiohttp
# grant-native: aiohttp multidict yarl frozenlist propcache
# grant-code-exec: attr attrs

import asyncio

import aiohttp
from aiohttp import web


async def main():
    async def handle(request):
        return web.json_response({"name": request.match_info["name"]})

    app = web.Application()
    app.router.add_get("/{name}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/you") as response:
            print(response.status, await response.json())
    await runner.cleanup()


asyncio.run(main())
