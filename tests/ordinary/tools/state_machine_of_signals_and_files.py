# uses: write

import atexit
import json
import os
import sys


def save():
    with open("state.json", "w") as file:
        json.dump({"runs": runs + 1}, file)


runs = json.load(open("state.json"))["runs"] if os.path.exists("state.json") else 0
atexit.register(save)
print("run", runs)
