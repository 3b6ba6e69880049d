import array
import io
import mmap
import struct

print(
    struct.pack(">IHb", 1, 2, -3),
    struct.unpack("<d", struct.pack("<d", 1.5)),
    array.array("i", [1, 2]).tobytes(),
)
memory = mmap.mmap(-1, 4096)
memory[:5] = b"hello"
print(memory.find(b"llo"), memoryview(b"abcd")[::2].tobytes(), io.BytesIO(b"xy").getbuffer().nbytes)
