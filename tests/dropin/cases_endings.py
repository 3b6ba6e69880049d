"""How a run ends: exit codes, signals, tracebacks, threads, closed streams."""

from __future__ import annotations

from side_by_side import Case

EXITS = (
    "sys.exit()",
    "sys.exit(None)",
    "sys.exit(0)",
    "sys.exit(3)",
    "sys.exit(256)",
    "sys.exit(-1)",
    "sys.exit(True)",
    "sys.exit('message')",
    "sys.exit((1, 2))",
    "sys.exit(1.5)",
    "sys.exit(2**70)",
    "sys.exit('\\udc80')",
    "raise SystemExit(4)",
    "raise SystemExit",
    "quit()",
    "exit(5)",
    "raise KeyboardInterrupt",
    "raise ValueError('v')",
    "raise ExceptionGroup('g', [ValueError(1), TypeError(2)])",
    "e = ValueError('v'); e.add_note('a note'); raise e",
    "raise BaseException('b')",
    "raise type('Odd', (Exception,), {'__str__': lambda s: 1 / 0})",
    "raise StopIteration",
    "nosuch",
    "import nosuch_module",
    "from os import nosuch",
    "sys.nosuch",
    "[].appendd",
    "import os; os._exit(7)",
    "import os; os.abort()",
    "import os; os.kill(os.getpid(), 15)",
    "import os; os.kill(os.getpid(), 9)",
    "import os, signal; os.kill(os.getpid(), signal.SIGINT)",
    "import os, signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)",
    "import os; os.kill(os.getpid(), 13); print('SIGPIPE is ignored')",
    "import signal; signal.raise_signal(signal.SIGUSR1)",
    "import signal; signal.alarm(1); signal.pause()",
    "def f(): f()\nf()",
    "sys.setrecursionlimit(50)\ndef f(n): return f(n + 1)\nf(0)",
    "sys.excepthook = lambda *a: print('hook', a[0]); 1 / 0",
    "sys.excepthook = lambda *a: 1 / 0; [][0]",
    "sys.excepthook = None; 1 / 0",
    "del sys.excepthook; 1 / 0",
    "sys.tracebacklimit = 0; 1 / 0",
    "sys.stderr = None; 1 / 0",
    "sys.stdout = None; print(1)",
    "sys.stdout.close(); sys.exit(3)",
    "import atexit; atexit.register(print, 'bye'); atexit.register(lambda: 1 / 0); sys.exit(3)",
    "import atexit; atexit.register(sys.exit, 9)",
    "import atexit; atexit.register(lambda: print(sys.meta_path))",
    "class D:\n  def __del__(self): print('del'); 1 / 0\nd = D()",
    "class D:\n  def __del__(self): print('del', sys is not None)\nsys.d = D()",
    "sys.unraisablehook = lambda u: print('unraisable', u.exc_type)\n"
    "class D:\n  def __del__(self): 1 / 0\nD()",
    "import threading; threading.Thread(target=lambda: 1 / 0).start()",
    "import threading; threading.Thread(target=sys.exit, args=(5,)).start()",
    "import threading, time\n"
    "threading.Thread(target=lambda: (time.sleep(.2), print('late'))).start()\nprint('main')",
    "import threading, time\n"
    "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nprint('main')",
    "import threading; threading.excepthook = lambda a: print(a.exc_type)\n"
    "threading.Thread(target=lambda: 1 / 0).start()",
    "import warnings; warnings.warn('w'); warnings.warn('d', DeprecationWarning)",
    "input()",
    "input('prompt ')",
    "breakpoint()",
    "print(1, file=sys.stderr); print(2)",
    "sys.stdout.write('no newline')",
    "sys.stdout.buffer.write(b'\\xff\\xfe')",
    "import os; os.write(1, b'early'); print('late')",
    "print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stdin.read())",
    "import faulthandler; faulthandler.enable(); faulthandler._sigsegv()",
    "import faulthandler; faulthandler.enable(); faulthandler._sigabrt()",
    "import faulthandler; faulthandler._read_null()",
    "import faulthandler; faulthandler.dump_traceback()",
    "import asyncio\nasync def f(): 1 / 0\nasyncio.run(f())",
    "import asyncio\nasync def f(): return 5\nprint(asyncio.run(f())); f()",
    "import os\nif os.fork(): print(os.waitstatus_to_exitcode(os.wait()[1]))\nelse: sys.exit(6)",
    "import os; os.execv(sys.executable, [sys.executable, '-c', 'print(5)'])",
    "import subprocess; print(subprocess.run([sys.executable, '-c', 'exit(8)']).returncode)",
    "import gc; gc.set_debug(gc.DEBUG_UNCOLLECTABLE); a = []; a.append(a)",
    "import _thread; _thread.interrupt_main(); [None for _ in range(10**6)]",
    "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()): print(1)\nprint(2)",
    "exec('1/0')",
    "eval('1 +')",
    "compile('x = = 1', 'name', 'exec')",
    "print(int('9' * 5000))",
    "'\\ud800'.encode()",
    "open('nosuch')",
    "class A:\n  __slots__ = ()\nA().x = 1",
)

CODE_VOLATILE = (r"thread <VOLATILE>.*", r"Thread-\d+.*", r"pid \d+")

INTERACTIVE: dict[str, tuple[tuple[str, ...], bytes]] = {
    "-i with a command": (("-i", "-c", "x = 1"), b"print(x)\n"),
    "-i after an error": (("-i", "-c", "x = 1; 1 / 0"), b"print(x)\n"),
    "-i after exit": (("-i", "-c", "import sys; sys.exit(3)"), b"print('on')\n"),
    "-i with a script": (("-i", "raises.py"), b"print(outer)\n"),
    "-i with a module": (("-i", "-m", "package"), b"print(__name__)\n"),
    "-i alone": (("-i",), b"1 + 1\nx\nif 1:\n  2\n\nexit(4)\n"),
    "-iq": (("-i", "-q"), b"3\n"),
    "-i with a syntax error": (("-i", "-q"), b"1 +\n'x\n"),
    "-i and a displayhook": (("-iq",), b"import sys; sys.displayhook = print\n5\n"),
    "-i and ps1": (("-iq",), b"import sys; sys.ps1 = 'new '; sys.ps2 = 'more '\n(\n1)\n"),
    "-i and SystemExit": (("-iq",), b"raise SystemExit(9)\n"),
    "-i and KeyboardInterrupt": (("-iq",), b"raise KeyboardInterrupt\n5\n"),
    "-iI": (("-iIq",), b"import sys; sys.flags\n"),
}

STREAMS: dict[str, str] = {
    "stdin closed": '"$PYTHON" -c "import sys; print(sys.stdin)" <&-',
    "stdout closed": '"$PYTHON" -c "import sys; print(sys.stdout, file=sys.stderr)" >&-',
    "stderr closed": '"$PYTHON" -c "import sys; print(sys.stderr); 1 / 0" 2>&-',
    "all closed": "\"$PYTHON\" -c \"open('made', 'w').write('x')\" <&- >&- 2>&-; cat made",
    "stdin closed, program from it": '"$PYTHON" <&-',
    "stdin a directory": '"$PYTHON" < sub',
    "stdin closed, a script": '"$PYTHON" script.py a <&-',
    "a usage error with stderr closed": '"$PYTHON" -z 2>&-; echo $?',
    "version with stdout closed": '"$PYTHON" -V >&-; echo $?',
    "a full device": '"$PYTHON" -c "print(1)" > /dev/full; echo $?',
    "a full device, unbuffered": '"$PYTHON" -u -c "print(1)" > /dev/full; echo $?',
    "a full device and an exit code": '"$PYTHON" -c "print(1); exit(3)" > /dev/full; echo $?',
    "a broken pipe": '("$PYTHON" -c "print(1)"; echo $? >&2) | true',
    "a broken pipe, much": '("$PYTHON" -c "for i in range(9**6): print(i)"; echo $? >&2) | head -1',
    "descriptors are inherited": '"$PYTHON" -c "import os; print(os.read(5, 9))" 5<script.py',
    "SIGINT ignored by the parent": (
        "trap '' INT; \"$PYTHON\" -c 'import signal; print(signal.getsignal(2))'"
    ),
    "SIGINT": (
        'timeout --preserve-status -s INT .5 "$PYTHON" -c "import time; time.sleep(60)"; echo $?'
    ),
    "SIGTERM": (
        'timeout --preserve-status -s TERM .5 "$PYTHON" -c "import time; time.sleep(60)"; echo $?'
    ),
    "SIGINT with a handler": (
        'timeout --preserve-status -s INT .5 "$PYTHON" -c "import time, sys\n'
        'try: time.sleep(60)\nexcept KeyboardInterrupt: sys.exit(9)"; echo $?'
    ),
    "SIGHUP under nohup": "nohup \"$PYTHON\" -c 'import signal; print(signal.getsignal(1))'",
    "no core, no file": "ulimit -c 0; \"$PYTHON\" -c 'import os; os.abort()'; ls",
    "few descriptors": 'ulimit -n 8; "$PYTHON" -c "print(open(\'script.py\').fileno())"',
    "little stack": 'ulimit -s 512; "$PYTHON" -c "print(1)"',
    "little memory": 'ulimit -v 60000; "$PYTHON" -c "x = bytes(10**9)"',
}

CASES = [
    *(
        Case(f"ending {code[:50]!r}", ("-c", f"import sys\n{code}"), volatile=CODE_VOLATILE)
        for code in EXITS
    ),
    *(Case(name, words, stdin=text) for name, (words, text) in INTERACTIVE.items()),
    *(
        Case(name, shell=script, volatile=(r"/bin/sh: \d+:.*", r"\d+ (Aborted|Terminated).*"))
        for name, script in STREAMS.items()
    ),
]
