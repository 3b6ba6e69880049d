import os

with open(os.devnull, "w") as null:
    print("dropped", file=null)
with open("/dev/zero", "rb") as zero:
    print(zero.read(4))
print(len(os.urandom(8)), open("/dev/null").read() == "", os.isatty(0))
