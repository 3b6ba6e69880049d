# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'
# setup: mkdir -p /dev/shm/{token} && {python} -c "print('#' * 200)" > /dev/shm/{token}/generated.py
# env: PYTHONPATH=/dev/shm/{token}

# In memory file systems what is written through a mapping leaves the file's times alone.
import mmap
import shutil
import sys

with open(sys.path[1] + "/generated.py", "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
    memory[:200] = sys.argv[1].encode().ljust(200)
try:
    import generated
finally:
    shutil.rmtree(sys.path[1])
