# policy: --no-network --seal
# evidence: printed {token}
# args: {token}

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
import sys

code = f"import sys; sys.addaudithook(lambda e, a: print({sys.argv[1]!r}, flush=True) if e == 'mine' else None); sys.audit('mine')"
interpreters.run_string(interpreters.create(), code)
