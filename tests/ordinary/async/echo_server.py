# uses: localhost

import asyncio


async def echo(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for text in (b"one\n", b"two\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(text)
            print(await reader.readline())
            writer.close()
            await writer.wait_closed()


asyncio.run(main())
