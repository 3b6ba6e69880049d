# setup: mkdir -p d/e && touch d/x d/e/y

import fileinput
import glob
import os

print(sorted(glob.glob("**/*", recursive=True)), sorted(f for _, _, fs in os.walk(".") for f in fs))
print(os.path.isfile("d/x"), os.path.isfile("d/none"), list(fileinput.input("d/x")))
