# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

# Any flags value with other bits beside PyCF_ONLY_AST (0x400): a whitelist by mask may be fooled.
import sys

code = compile(sys.argv[1], "x", "exec", 0x1000000)
exec(code)
