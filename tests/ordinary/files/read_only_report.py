# setup: printf 'b\na\n' > input.txt

import hashlib
import os
import pathlib

text = pathlib.Path("input.txt").read_text()
print(sorted(text.split()), os.path.getsize("input.txt"), hashlib.md5(text.encode()).hexdigest())
print(
    [p.name for p in pathlib.Path(".").iterdir()],
    os.path.abspath("input.txt").endswith("input.txt"),
    os.getcwd() == os.path.realpath("."),
)
