import atexit
import threading
import time

threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
atexit.register(print, "end")
print("main done")
