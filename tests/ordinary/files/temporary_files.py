# uses: write

import os
import tempfile

with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
    file.flush()
    print(os.path.getsize(file.name))
with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, "f"), "w").close()
    print(os.listdir(folder))
with tempfile.SpooledTemporaryFile() as file:
    file.write(b"y")
    print(file.tell())
with tempfile.TemporaryFile() as file:
    print(file.write(b"z"))
print(os.path.isdir(tempfile.gettempdir()))
