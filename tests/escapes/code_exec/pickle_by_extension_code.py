# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import copyreg
import pickle
import sys

copyreg.add_extension("builtins", "exec", 1)
text = sys.argv[1].encode()
pickle.loads(b"\x80\x02\x82\x01(X" + len(text).to_bytes(4, "little") + text + b"tR.")
