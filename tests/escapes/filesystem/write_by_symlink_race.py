# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

# A link changes its target between check and use.
import os
import sys
import threading
import time

done = threading.Event()


def flip():
    while not done.is_set():
        for target in ("own", sys.argv[1]):
            os.symlink(target, "next")
            os.replace("next", "link")


threading.Thread(target=flip).start()
sys.setswitchinterval(1e-6)
try:
    end = time.monotonic() + 2
    while time.monotonic() < end:
        try:
            os.close(os.open("link", os.O_WRONLY | os.O_CREAT))
        except Exception:
            pass
        if os.path.exists(sys.argv[1]):
            break
finally:
    done.set()
