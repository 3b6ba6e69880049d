# uses: write

import array
import dbm.dumb
import errno
import fcntl
import fileinput
import io
import mmap
import os
import sqlite3
import stat
import time
from pathlib import Path

Path("data").write_bytes(b"0123456789" * 1000)
with open("data", "r+b") as file, mmap.mmap(file.fileno(), 0) as view:
    view[:3] = b"abc"
    print(view.find(b"789"), view.readline()[:5], len(view), view.size())
    view.flush()
with open("data", "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
    print(view[:5], view.rfind(b"0"))
anonymous = mmap.mmap(-1, 4096)
anonymous.write(b"shared")
print(anonymous[:6])
with open("lock", "w") as file:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 10)
    fcntl.flock(file, fcntl.LOCK_UN)
    print(fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE)
numbers = array.array("I", range(5))
with open("numbers", "wb") as file:
    numbers.tofile(file)
back = array.array("I")
with open("numbers", "rb", buffering=0) as file:
    back.frombytes(file.readall())
print(back)
with dbm.dumb.open("store", "c") as store:
    store["key"] = "value"
    print(store["key"], store.keys())
with sqlite3.connect("file.db") as db:
    db.execute("pragma journal_mode=wal").fetchone()
    db.execute("create table t (a integer primary key, b text)")
    db.executemany("insert into t (b) values (?)", [("x",), ("y",)])
with sqlite3.connect("file:file.db?mode=ro", uri=True) as db:
    print(db.execute("select count(*), max(b) from t").fetchone())
    try:
        db.execute("delete from t")
    except sqlite3.OperationalError as error:
        print(error)
db.close()
Path("log.txt").write_text("first\nsecond\nthird\n")
for line in fileinput.input("log.txt", inplace=True):
    print(line.replace("second", "2nd"), end="")
print(Path("log.txt").read_text().split())
with open("log.txt", "a+") as file:
    file.seek(0)
    print(file.readline().strip(), file.tell())
    file.write("fourth\n")
with io.FileIO("log.txt") as raw, io.BufferedReader(raw, 8) as buffered:
    print(buffered.peek(3)[:5], buffered.read1(4), io.TextIOWrapper(buffered, "ascii").readlines())
descriptor = os.open("log.txt", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
print(
    os.pread(descriptor, 3, 2), os.pwrite(descriptor, b"F", 0), os.lseek(descriptor, 0, os.SEEK_END)
)
os.ftruncate(descriptor, 5)
os.fsync(descriptor)
print(os.fstat(descriptor).st_size, stat.filemode(os.fstat(descriptor).st_mode))
os.close(descriptor)
try:
    open("x/y/z", "w")
except FileNotFoundError as error:
    print(errno.errorcode[error.errno])
for attempt in (lambda: open("file.db", "x"), lambda: os.mkdir("data"), lambda: os.rmdir("data")):
    try:
        attempt()
    except OSError as error:
        print(type(error).__name__)
before = os.stat("log.txt").st_mtime_ns
time.sleep(0.02)
Path("log.txt").touch()
print(os.stat("log.txt").st_mtime_ns > before)
with Path("made").open("xb") as file:
    print(file.write(memoryview(b"view")))
Path("made").rename("renamed").unlink()
os.mkfifo("pipe")
reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
with open("pipe", "w") as file:
    file.write("fifo")
print(os.read(reading, 10))
os.makedirs("a/b/c", exist_ok=True)
os.removedirs("a/b/c")
print(os.path.isdir("a"), os.getcwd() == os.path.realpath("."))
