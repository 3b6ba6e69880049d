# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import io
import pickle
import sys

text = sys.argv[1].encode()
pickle._Unpickler(
    io.BytesIO(b"cbuiltins\nexec\n(X" + len(text).to_bytes(4, "little") + text + b"tR.")
).load()
