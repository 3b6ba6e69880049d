# uses: native

import ctypes
import ctypes.util

libc = ctypes.CDLL(None)
libc.strlen.restype = ctypes.c_size_t
print(libc.strlen(b"hello"), ctypes.sizeof(ctypes.c_int))


class Pair(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int), ("b", ctypes.c_double)]


print(Pair(1, 2.5).b, ctypes.create_string_buffer(b"x").value)
