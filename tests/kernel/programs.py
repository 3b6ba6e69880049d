"""Programs that do much by native code, under policies that allow what they are for.

Each ends with 0 when it could do its work. --kernel=require: nothing is left out for their sake.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from packages import NoIndex, environment
from probe import Skipped, World

PACKAGES = ("numpy", "pandas", "scipy", "numba")
COMPUTES = ["--no-network", "--fs-readonly", "--no-subprocess"]


@dataclass(frozen=True)
class Program:
    """`code` finds a directory that it may write to in sys.argv[1], if the policy grants one."""

    policy: list[str]
    code: str
    packaged: bool = False


PROGRAMS = {
    "numpy": Program(
        [*COMPUTES, "--block-native", "--allow-native=numpy"],
        """
import numpy as np
a = np.random.default_rng(1).normal(size=(300, 300))
assert np.allclose(a @ np.linalg.inv(a), np.eye(300))
""",
        packaged=True,
    ),
    "pandas": Program(
        [*COMPUTES, "--allow-write={tree}"],
        """
import sys
import pandas as pd
frame = pd.DataFrame({"key": ["a", "b"] * 500, "value": range(1000)})
frame.groupby("key").sum().to_csv(f"{sys.argv[1]}/sums.csv")
assert pd.read_csv(f"{sys.argv[1]}/sums.csv")["value"].sum() == 499500
""",
        packaged=True,
    ),
    "scipy": Program(
        COMPUTES,
        """
from scipy import integrate, optimize, sparse
assert abs(integrate.quad(lambda x: x * x, 0, 3)[0] - 9) < 1e-9
assert abs(optimize.brentq(lambda x: x * x - 2, 0, 2) ** 2 - 2) < 1e-9
assert sparse.eye(50).tocsr().sum() == 50
""",
        packaged=True,
    ),
    # Machine code made while the program runs, by threads too.
    "numba": Program(
        COMPUTES,
        """
import numba
@numba.njit(parallel=True)
def total(n):
    acc = 0
    for i in numba.prange(n):
        acc += i
    return acc
assert total(100_000) == 4999950000
""",
        packaged=True,
    ),
    "multiprocessing": Program(
        ["--no-network", "--allow-unix", "--fs-readonly", "--allow-write={tree}"],
        """
import multiprocessing, sys, tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory

def main():
    for method in ("fork", "spawn", "forkserver"):
        context = multiprocessing.get_context(method)
        with context.Pool(2) as pool:
            assert pool.map(abs, [-1, -2, -3]) == [1, 2, 3]
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            assert sum(pool.map(abs, range(-50, 0))) == 1275
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        shared["key"] = 1
        assert dict(shared) == {"key": 1}
    block = SharedMemory(create=True, size=64)
    block.close()
    block.unlink()

if __name__ == "__main__":
    tempfile.tempdir = sys.argv[1]
    main()
""",
    ),
    "asyncio": Program(
        ["--no-network", "--allow-localhost", "--fs-readonly"],
        """
import asyncio, os, signal, sys

class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, address):
        self.transport.sendto(data, address)

class Ask(asyncio.DatagramProtocol):
    def __init__(self):
        self.answer = asyncio.get_running_loop().create_future()
    def datagram_received(self, data, address):
        self.answer.set_result(data)

async def serve(reader, writer):
    writer.writelines([await reader.readline(), b"bye"])
    await writer.drain()
    writer.close()

async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.writelines([b"hel", b"lo\\n"])
    assert await reader.read() == b"hello\\nbye"
    writer.close()
    echo, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    asking, ask = await loop.create_datagram_endpoint(
        Ask, remote_addr=echo.get_extra_info("sockname"))
    asking.sendto(b"datagram")
    assert await asyncio.wait_for(ask.answer, 5) == b"datagram"
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('child')", stdout=asyncio.subprocess.PIPE)
    assert (await child.communicate())[0] == b"child\\n"
    seen = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, seen.set)
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(seen.wait(), 5)
    assert await loop.run_in_executor(None, sum, [1, 2]) == 3

asyncio.run(main())
""",
    ),
    "faulthandler": Program(
        ["--no-network", "--fs-readonly", "--no-subprocess", "--explain-kernel"],
        """
import faulthandler, os, signal, time
null = open(os.devnull, "w")
faulthandler.enable(null)
faulthandler.register(signal.SIGUSR1, null)
os.kill(os.getpid(), signal.SIGUSR1)
faulthandler.dump_traceback_later(0.05, file=null)
time.sleep(0.2)
""",
    ),
}


def install() -> list[str]:
    try:
        return ["--venv", str(environment(sys.executable, "programs", PACKAGES))]
    except NoIndex as reason:
        raise Skipped(str(reason)) from None


def run(world: World, name: str, program: Program) -> str:
    tree = world.scratch / f"program-{name}"
    tree.mkdir()
    python = str(world.binary.with_name("hermetic-python"))
    venv = install() if program.packaged else []
    policy = [option.format(tree=tree) for option in program.policy]
    script = tree / "program.py"
    script.write_text(program.code)
    done = subprocess.run(
        [python, *venv, *policy, "--kernel=require", str(script), str(tree)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return "" if done.returncode == 0 else f"exit code {done.returncode}: {done.stderr}"


def scenario(name: str) -> Callable[[World], str]:
    return lambda world: run(world, name, PROGRAMS[name])


ALL: dict[str, Callable[[World], str]] = {f"works: {name}": scenario(name) for name in PROGRAMS}
