# uses: write

import faulthandler
import signal
import threading

with open("dump.txt", "w+") as file:
    faulthandler.enable(file)
    faulthandler.register(signal.SIGUSR1, file, all_threads=True)
    signal.raise_signal(signal.SIGUSR1)
    faulthandler.dump_traceback(file)
    event = threading.Event()
    thread = threading.Thread(target=event.wait)
    thread.start()
    faulthandler.dump_traceback(file)
    event.set()
    thread.join()
    file.seek(0)
    text = file.read()
    print(text.count("most recent call first"), "wait" in text)
    faulthandler.unregister(signal.SIGUSR1)
    faulthandler.disable()
