# uses: write

import fcntl
import os

fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(fd, fcntl.LOCK_EX)
print(os.write(fd, b"abc"), os.lseek(fd, 0, 0), os.read(fd, 2), os.fstat(fd).st_size)
copy = os.dup(fd)
os.close(fd)
print(os.pread(copy, 3, 0), os.fsync(copy))
read, write = os.pipe()
os.write(write, b"through a pipe")
print(os.read(read, 100))
folder = os.open(".", os.O_RDONLY)
print(os.listdir(folder), os.stat("f", dir_fd=folder).st_size)
