# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}

# Every thread but the main one stops when the interpreter begins to go; what a daemon thread
# tries between the end of the target and then is sealed. It prints nothing: CPython gives up
# where the interpreter goes while a thread has the lock of stderr.
import atexit
import socket
import sys
import threading

ended, done = threading.Event(), threading.Event()


def connect():
    ended.wait()
    try:
        socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)
    except Exception:
        pass
    done.set()


threading.Thread(target=connect, daemon=True).start()
atexit.register(lambda: (ended.set(), done.wait(10)))
