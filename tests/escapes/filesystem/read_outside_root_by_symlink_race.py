# policy: --fs-readonly={inside} --allow-write {inside}
# evidence: printed {secret}
# args: {secret_file}

import os
import sys
import threading
import time

done = threading.Event()


def flip():
    while not done.is_set():
        for target in ("data.txt", sys.argv[1]):
            os.symlink(target, "next")
            os.replace("next", "link")


threading.Thread(target=flip).start()
sys.setswitchinterval(1e-6)
try:
    end = time.monotonic() + 2
    while time.monotonic() < end:
        try:
            with open("link") as file:
                text = file.read()
        except Exception:
            continue
        if text.startswith("secret"):
            print(text)
            break
finally:
    done.set()
