# uses: write

import contextlib
import json
import os
import tempfile


def save(path, value):
    fd, name = tempfile.mkstemp(dir=".")
    with os.fdopen(fd, "w") as file:
        json.dump(value, file)
    os.replace(name, path)


for number in range(3):
    save("state.json", {"n": number})
print(json.load(open("state.json")), os.listdir("."))
