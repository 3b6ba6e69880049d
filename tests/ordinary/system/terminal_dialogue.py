# uses: subprocess environment write localhost

import os
import pty
import select
import sys

CHILD = r"""
import curses, getpass, os, readline, shutil, sys, termios, tty
print("tty", sys.stdin.isatty(), os.isatty(1), shutil.get_terminal_size((1, 1)).columns > 0)
print("hello", input("name? "))
print("secret", len(getpass.getpass("password: ")))
readline.add_history("old line")
print("history", readline.get_current_history_length() > 0, readline.get_completer_delims() != "")
mode = termios.tcgetattr(0)
tty.setcbreak(0)
termios.tcsetattr(0, termios.TCSANOW, mode)
def main(screen):
    curses.curs_set(0) if curses.tigetstr("civis") else None
    screen.addstr(0, 0, "in curses")
    screen.refresh()
    return screen.getmaxyx()
print("size", curses.wrapper(main)[0] > 0)
"""


def talk(child, answers):
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm"
        os.execv(sys.executable, [sys.executable, "-c", child])
    text = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], 20)
        try:
            got = os.read(terminal, 4096) if ready else b""
        except OSError:
            got = b""
        if not got:
            break
        text += got
        for prompt, answer in list(answers.items()):
            if prompt in text:
                os.write(terminal, answer)
                del answers[prompt]
    return text.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


text, code = talk(CHILD, {b"name? ": b"ann\n", b"password: ": b"open sesame\n"})
for word in (
    "tty True True True",
    "hello ann",
    "secret 11",
    "history True True",
    "in curses",
    "size True",
):
    print(word, word in text)
print(code)
master, slave = pty.openpty()
print(os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"))
os.write(slave, b"out")
print(os.read(master, 10))
