# uses: mutation write

import contextlib
import os

os.mkdir("sub")
with contextlib.chdir("sub"):
    open("f", "w").close()
    print(os.path.basename(os.getcwd()))
print(os.listdir("sub"))
