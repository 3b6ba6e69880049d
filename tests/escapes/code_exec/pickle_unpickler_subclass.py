# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import io
import pickle
import sys


class Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        return exec


text = sys.argv[1].encode()
Unpickler(io.BytesIO(b"cx\ny\n(X" + len(text).to_bytes(4, "little") + text + b"tR.")).load()
