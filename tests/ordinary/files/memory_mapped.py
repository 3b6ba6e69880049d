# uses: write

import mmap

with open("m", "w+b") as file:
    file.write(b"0123456789")
    file.flush()
    with mmap.mmap(file.fileno(), 0) as memory:
        memory[2:4] = b"xx"
        memory.flush()
    file.seek(0)
    print(file.read())
