# uses: write

import os
import stat

open("f", "w").close()
os.chmod("f", 0o640)
os.utime("f", (1000, 2000))
info = os.stat("f")
print(stat.filemode(info.st_mode), info.st_mtime, os.access("f", os.R_OK))
os.symlink("f", "link")
os.link("f", "hard")
print(
    os.readlink("link"),
    os.stat("f").st_nlink,
    os.path.samefile("f", "hard"),
    os.path.islink("link"),
)
