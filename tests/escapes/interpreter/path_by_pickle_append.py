# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {code}

# The unpickler extends any object that a persistent id gives it.
import io
import pickle
import sys


class Unpickler(pickle.Unpickler):
    def persistent_load(self, key):
        return sys.path


path = sys.argv[1].encode()
Unpickler(
    io.BytesIO(b"\x80\x02X\x01\0\0\0aQX" + len(path).to_bytes(4, "little") + path + b"a.")
).load()
import evil
