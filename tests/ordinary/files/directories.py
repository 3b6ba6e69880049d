# uses: write

import os
import shutil

os.makedirs("a/b/c")
for name in ("a/x", "a/b/y", "a/b/c/z"):
    open(name, "w").close()
print([(root, sorted(files)) for root, _, files in sorted(os.walk("a"))])
shutil.copytree("a", "copy")
os.rename("copy", "moved")
shutil.rmtree("a")
os.remove("moved/x")
print(
    sorted(os.listdir(".")),
    os.path.exists("a"),
    sorted(entry.name for entry in os.scandir("moved")),
)
