import atexit
import contextlib
import signal
import sys
import threading
import time
import weakref


class Resource:
    def __init__(self, name):
        self.name = name
        weakref.finalize(self, print, "finalised", name)

    def __del__(self):
        print("deleted", self.name)


atexit.register(print, "at exit", flush=True)
first = Resource("first")
del first
kept = Resource("kept")
with contextlib.ExitStack() as stack:
    stack.callback(print, "callback")
    stack.enter_context(
        contextlib.closing(contextlib.suppress()) if False else contextlib.nullcontext()
    )
received = []
for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGINT):
    signal.signal(
        number, lambda s, frame: received.append((signal.Signals(s).name, frame is not None))
    )
    signal.raise_signal(number)
print(received)
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.signal(signal.SIGALRM, lambda *_: received.append("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.01)
while "alarm" not in received:
    time.sleep(0.005)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
signal.raise_signal(signal.SIGUSR2)
print(signal.sigpending(), signal.sigwait({signal.SIGUSR2}))
timer = threading.Timer(0.01, print, ("timer",))
timer.start()
timer.join()
sys.excepthook = lambda kind, value, trace: print("hook", kind.__name__, value)
threading.excepthook = lambda args: print("thread hook", args.exc_value)
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
sys.unraisablehook = lambda unraisable: print("unraisable", type(unraisable.exc_value).__name__)


class Bad:
    def __del__(self):
        raise KeyError


Bad()
raise LookupError("at the end")
