# uses: write

import filecmp
import os
import shutil

open("a", "w").write("x" * 100000)
shutil.copy2("a", "b")
shutil.copyfile("a", "c")
shutil.move("c", "d")
print(
    filecmp.cmp("a", "b", shallow=False),
    sorted(os.listdir(".")),
    shutil.disk_usage(".").total > 0,
    shutil.which("sh") is not None,
)
