# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

# A link that leads to the allowed program when it is looked at.
import os
import subprocess
import sys
import threading
import time


def exchange():
    while not os.path.exists(sys.argv[1]):
        for program in ("/bin/true", "/bin/touch"):
            os.symlink(program, "next")
            os.replace("next", "program")


os.symlink("/bin/true", "program")
threading.Thread(target=exchange, daemon=True).start()
end = time.monotonic() + 5
while time.monotonic() < end and not os.path.exists(sys.argv[1]):
    try:
        subprocess.run(["./program", sys.argv[1]])
    except (OSError, RuntimeError):
        pass
