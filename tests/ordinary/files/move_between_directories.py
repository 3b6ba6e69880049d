# policy: --no-network

import os

for name in ("from", "to"):
    os.mkdir(name)
with open("from/file", "w") as file:
    file.write("moved")
os.rename("from/file", "to/file")
os.link("to/file", "from/again")
print(open("from/again").read(), sorted(os.listdir("to")))
