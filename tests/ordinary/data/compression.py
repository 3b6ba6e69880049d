import bz2
import gzip
import io
import lzma
import zlib

data = b"ordinary " * 1000
for module in (bz2, gzip, lzma, zlib):
    packed = module.compress(data)
    print(module.__name__, len(packed) < 200, module.decompress(packed) == data)
