# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

# The folder of the path is swapped for a link between check and use.
import os
import sys
import threading
import time

done = threading.Event()
os.mkdir("real")
os.symlink(os.path.dirname(sys.argv[1]), "far")


def flip():
    while not done.is_set():
        for name in ("real", "far"):
            try:
                os.rename(name, "folder")
                os.rename("folder", name)
            except OSError:
                pass


threading.Thread(target=flip).start()
sys.setswitchinterval(1e-6)
try:
    end = time.monotonic() + 2
    while time.monotonic() < end:
        try:
            os.close(os.open("folder/mark", os.O_WRONLY | os.O_CREAT))
        except Exception:
            pass
        if os.path.exists(sys.argv[1]):
            break
finally:
    done.set()
