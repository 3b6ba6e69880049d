# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys


class Last:
    def __del__(self, exec=exec, text=sys.argv[1]):
        exec(text, {"print": print, "__builtins__": {"print": print}})


keep = Last()
