# uses: code_exec

import marshal

print(marshal.loads(marshal.dumps({"a": (1, 2.5, None)})))
