"""The sections of shell_cases.sh."""

from __future__ import annotations

import re
from pathlib import Path

from side_by_side import Case

WHO = (
    "import sys; print(sys.executable, sys._base_executable, sys.prefix, sys.exec_prefix, "
    "sys.base_prefix, sys.base_exec_prefix, sys.path, sys.argv, sys.orig_argv, sys.platlibdir, "
    "sys._stdlib_dir)"
)

# Programs that the sections run.
FILES = {
    "deletes.py": "import os, sys\nos.remove(sys.argv[0])\nprint('on')\n",
    "deletes_and_fails.py": "import os, sys\nos.remove(sys.argv[0])\n1 / 0\n",
    "overwrites.py": "open(__file__, 'w').write('x\\n' * 9)\ndef f():\n  1 / 0\nf()\n",
    "thread_outlives.py": (
        "import sys, threading, time\ndef f():\n  time.sleep(.2); print('t', flush=True)\n"
        "threading.Thread(target=f).start()\nsys.exit(3)\n"
    ),
    "daemons.py": (
        "import threading, time\ndef f():\n  while 1: time.sleep(.01); x = [0] * 100\n"
        "for _ in range(8): threading.Thread(target=f, daemon=True).start()\n"
        "print(threading.active_count())\n"
    ),
    "thread_at_exit.py": (
        "import atexit, threading\n"
        "atexit.register(lambda: threading.Thread(target=print, args=('late',)).start())\n"
        "threading._register_atexit(print, 'threads')\n"
    ),
    "thread_ends_all.py": (
        "import os, threading, time\n"
        "threading.Thread(target=lambda: os._exit(4)).start()\ntime.sleep(1)\n"
    ),
    "thread_interrupts.py": (
        "import _thread, threading, time\n"
        "threading.Thread(target=lambda: (time.sleep(.2), _thread.interrupt_main())).start()\n"
        "time.sleep(1)\n"
    ),
    "fork_exits.py": (
        "import os, sys\np = os.fork()\nif not p: sys.exit(3)\nprint(os.waitpid(p, 0)[1])\n"
    ),
    "fork_and_thread.py": (
        "import atexit, os, threading\natexit.register(print, 'bye', flush=True)\np = os.fork()\n"
        "if p: os.waitpid(p, 0)\nthreading.Thread(target=print, args=('t',)).start()\n"
    ),
    "workers.py": (
        "import multiprocessing as m\nif __name__ == '__main__':\n  for c in ('fork', 'spawn'):\n"
        "    x = m.get_context(c); p = x.Process(target=print, args=(c,)); p.start(); p.join()\n"
        "    print(p.exitcode)\n"
    ),
}

# What sh says of a crash, and what faulthandler says of the machine.
VOLATILE = (
    r"\d+ (Aborted|Terminated|Segmentation|Killed|CPU).*",
    r"/bin/sh: \d+:.*",
    r"thread <VOLATILE>.*",
    r"Thread-\d+.*",
)


def sections() -> dict[str, str]:
    text = (Path(__file__).parent / "shell_cases.sh").read_text()
    parts = re.split(r"^#: (.+)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


CASES = [
    Case(
        f"shell: {name}",
        shell=script,
        environment={"WHO": WHO},
        link="bin/python",
        files=FILES,
        volatile=VOLATILE,
    )
    for name, script in sections().items()
]
