"""Closed standard streams in every combination, streams that are no files, and
what signals make of a run."""

from __future__ import annotations

from itertools import product

from side_by_side import Case

# Written to a file: the streams themselves may be closed.
STREAMS_PROBE = """\
import os, sys
with open("seen", "w") as seen:
    for name in ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"):
        stream = getattr(sys, name)
        print(name, stream and (stream.fileno(), stream.name, stream.mode, stream.encoding,
              stream.errors, stream.line_buffering, stream.closed), file=seen)
    for fd in range(6):
        try:
            info = os.fstat(fd)
            print(fd, oct(info.st_mode), os.get_inheritable(fd), os.isatty(fd), file=seen)
        except OSError as error:
            print(fd, error.errno, file=seen)
"""
CLOSING = ("<&-", ">&-", "2>&-")
MODES: dict[str, str] = {
    "a script": "probe.py",
    "-c": '-c "$(cat probe.py)"',
    "-m": "-m probe",
    "-u": "-u probe.py",
    "-I": "-I probe.py",
    "-X dev": "-X dev probe.py",
}

SIGNALS = (
    "HUP INT QUIT ILL TRAP ABRT FPE USR1 SEGV USR2 PIPE ALRM TERM CHLD CONT URG XCPU IO".split()
)

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
# Sends a signal to the interpreter once it waits, and tells how it ended.
SENDER = """\
import signal, subprocess, sys, time
number = getattr(signal, "SIG" + sys.argv[2])
child = subprocess.Popen([sys.argv[1], *sys.argv[3:]], stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
child.stdout.readline()
time.sleep(0.4)  # Until it waits.
child.send_signal(number)
time.sleep(0.2)  # Before the end of its input says the same.
try:
    out, err = child.communicate(timeout=0.7)
except subprocess.TimeoutExpired:
    child.kill()
    out, err = child.communicate()
print(child.returncode, out, err.decode())
"""
SENT: dict[str, str] = {
    "during a sleep": SLEEPER,
    "during a computation": "print('up', flush=True)\nx = 0\nwhile True: x += 1",
    "with a finally": "import time\ntry: print('up', flush=True); time.sleep(60)\n"
    "finally: print('finally')",
    "with atexit": "import atexit, time; atexit.register(print, 'bye'); print('up', flush=True)\n"
    "time.sleep(60)",
    "with a second thread": "import threading, time\n"
    "threading.Thread(target=time.sleep, args=(0.8,)).start()\nprint('up', flush=True)\n"
    "time.sleep(60)",
    "during input": "import sys; print('up', flush=True); input()",
    "in a join": "import threading, time\nt = threading.Thread(target=time.sleep, args=(60,), "
    "daemon=True)\nt.start(); print('up', flush=True); t.join()",
    "under asyncio": "import asyncio\nasync def f():\n print('up', flush=True)\n"
    " try: await asyncio.sleep(60)\n finally: print('cleaned', flush=True)\nasyncio.run(f())",
    "in a subprocess's parent": "import subprocess; print('up', flush=True)\n"
    "subprocess.run(['sleep', '60'])",
}

DISPOSITIONS = (
    "import os, signal; print([(s.name, str(signal.getsignal(s))) for s in signal.Signals], "
    "[l for l in open('/proc/self/status') if l.startswith('Sig') and l[3] != 'Q'])"
)

SHELL: dict[str, str] = {
    "closed, then a program that opens files": (
        "\"$PYTHON\" -c \"f = open('made', 'w'); f.write(str(f.fileno()))\" <&- >&- 2>&-; cat made"
    ),
    "input that is write-only": '"$PYTHON" -c "import sys; sys.stdin.read()" 0>w; echo $?',
    "output that is read-only": '"$PYTHON" -c "print(1)" 1<script.py; echo $?',
    "errors that are read-only": '"$PYTHON" -c "1 / 0" 2<script.py; echo $?',
    "input from /dev/null": '"$PYTHON" </dev/null; echo $?',
    "interactive from /dev/null": '"$PYTHON" -i </dev/null; echo $?',
    "output to a file in order": '"$PYTHON" -c "import os, sys; print(1); os.write(1, b\'2\'); '
    'print(3, flush=True)" >made; cat made',
    "output and errors in one file": '"$PYTHON" -c "import sys; print(1); '
    'print(2, file=sys.stderr); print(3)" >made 2>&1; cat made',
    "unbuffered output and errors in one file": '"$PYTHON" -u -c "import sys; print(1); '
    'print(2, file=sys.stderr); print(3)" >made 2>&1; cat made',
    "a socket for input": '/usr/bin/python3.11 socket_input.py "$PYTHON"',
    "SIGPIPE with -u": '("$PYTHON" -u -c "import time\nfor i in range(9): print(i); '
    'time.sleep(.1)"; echo $? >&2) | head -1',
    "SIGPIPE with its default action": '("$PYTHON" -c "import signal; signal.signal(13, 0)\n'
    'for i in range(9**6): print(i)"; echo $? >&2) | head -1',
    "a broken pipe on stderr": '("$PYTHON" -c "1 / 0" 2>&1 >&3; echo $? >&3) 3>&2 | true',
    "a broken pipe at exit": '("$PYTHON" -c "import sys, time; print(1); time.sleep(.2); '
    'sys.exit(3)"; echo $? >&2) | true',
    "dispositions": f'"$PYTHON" -c "{DISPOSITIONS}"',
    "dispositions with ignored signals": (
        f'trap \'\' INT QUIT PIPE TERM HUP USR1 CHLD; "$PYTHON" -c "{DISPOSITIONS}"'
    ),
    "a background job": '"$PYTHON" -c "import signal; print(signal.getsignal(2))" & wait',
    "inherited descriptors stay open": '"$PYTHON" -c "import os; print(os.listdir(\'/proc/self/fd\'))" '
    "7<script.py 8>made 9<&7",
    "inherited descriptors in a child": '"$PYTHON" -c "import subprocess, sys; '
    "subprocess.run([sys.executable, '-c', 'import os; print(len(os.listdir(\\\"/proc/self/fd\\\")))'],"
    'close_fds=False)" 7<script.py',
    "a descriptor passed on": '"$PYTHON" -c "import os, subprocess, sys; r, w = os.pipe(); '
    "subprocess.run([sys.executable, '-c', f'import os; os.write({w}, b\\\"hi\\\")'], pass_fds=[w]); "
    'print(os.read(r, 9))"',
}

SOCKET_INPUT = """\
import socket, subprocess, sys
ours, theirs = socket.socketpair()
ours.sendall(b"import sys; print(sys.stdin.name, len(sys.argv))\\n")
ours.shutdown(socket.SHUT_WR)
subprocess.run([sys.argv[1]], stdin=theirs)
"""

CASES = [
    *(
        Case(
            f"streams: {what} with {' '.join(filter(None, closed)) or 'none closed'}",
            shell=f'"$PYTHON" {words} {" ".join(closed)}; echo $?; cat seen',
            files={"probe.py": STREAMS_PROBE},
        )
        for what, words in MODES.items()
        for closed in product(*(("", word) for word in CLOSING))
        if what == "a script" or closed == CLOSING or closed.count("") == 2
    ),
    *(
        Case(
            f"a program on stdin with {closing}",
            shell=f'echo "print(5); 1 / 0" | "$PYTHON" {closing}; echo $?',
        )
        for closing in (">&-", "2>&-", ">&- 2>&-")
    ),
    *(
        Case(f"streams: {name}", shell=script, files={"socket_input.py": SOCKET_INPUT})
        for name, script in SHELL.items()
    ),
    *(
        Case(
            f"sent SIG{signal}",
            shell=f'/usr/bin/python3.11 sender.py "$PYTHON" {signal} -c "$CODE"',
            environment={"CODE": SLEEPER},
            files={"sender.py": SENDER},
        )
        for signal in SIGNALS
    ),
    *(
        Case(
            f"sent SIG{signal} {name}",
            shell=f'/usr/bin/python3.11 sender.py "$PYTHON" {signal} -c "$CODE"',
            environment={"CODE": code},
            files={"sender.py": SENDER},
        )
        for name, code in SENT.items()
        for signal in ("INT", "TERM")
        if name != "in a subprocess's parent" or signal == "INT"
    ),
]
