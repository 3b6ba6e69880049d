# uses: localhost write

import asyncio


async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    server = await asyncio.start_unix_server(answer, "s")
    reader, writer = await asyncio.open_unix_connection("s")
    writer.write(b"by path\n")
    print(await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
