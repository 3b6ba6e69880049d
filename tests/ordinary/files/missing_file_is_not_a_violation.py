import os

for path in ("none", "none/none"):
    try:
        open(path)
    except FileNotFoundError as error:
        print(error.errno, error.filename)
print(os.path.exists("none"), os.path.isdir("none"))
try:
    os.stat("none")
except OSError as error:
    print(type(error).__name__)
