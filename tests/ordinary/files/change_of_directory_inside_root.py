# policy: --fs-readonly=. --allow-write=.

import os
import tempfile

with tempfile.TemporaryDirectory(dir=".") as folder:
    os.mkdir(folder + "/below")
    os.chdir(folder + "/below")
    os.chdir("..")
    os.chdir("/")
    os.chdir("/usr/lib")
    print(os.getcwd())
