# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pickle
import sys

text = sys.argv[1].encode()
pickle.loads(b"cbuiltins\nexec\n(X" + len(text).to_bytes(4, "little") + text + b"tR.")
