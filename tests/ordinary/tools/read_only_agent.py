# policy: --profile block-all

import asyncio
import enum
import functools
import logging
import pathlib
import threading
import traceback


class State(enum.Enum):
    NEW, DONE = range(2)


async def main():
    await asyncio.sleep(0)
    return State.DONE


print(asyncio.run(main()))
thread = threading.Thread(target=lambda: print("in a thread"))
thread.start()
thread.join()
try:
    raise ValueError("own error")
except ValueError:
    print(traceback.format_exc().splitlines()[-1])
logging.basicConfig()
logging.warning("a log line")
print(pathlib.PurePath("a/b").name)
