# uses: subprocess

import os
import sys

read, write = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(write, b"from the child")
    os._exit(4)
_, status = os.waitpid(pid, 0)
print(os.read(read, 100), os.waitstatus_to_exitcode(status))
print(
    os.spawnlp(os.P_WAIT, "true", "true"), os.system("exit 3") >> 8, os.popen("echo popen").read()
)
