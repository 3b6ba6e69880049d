import os
import signal

signal.signal(signal.SIGUSR1, lambda number, frame: print("handled", signal.Signals(number).name))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.signal(signal.SIGALRM, lambda *_: print("alarm"))
signal.pause()
