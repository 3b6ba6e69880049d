# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: /

# O_PATH needs no right to read; what is opened beneath it must.
import os
import sys

root = os.open("/", os.O_PATH)
path = os.path.realpath("../outside/secret.txt").lstrip("/")
print(os.read(os.open(path, os.O_RDONLY, dir_fd=root), 100))
