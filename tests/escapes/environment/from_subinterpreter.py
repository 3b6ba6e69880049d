# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
interpreters.run_string(
    interpreters.create(), "import os; print(os.environ['CANARY_SECRET'], flush=True)"
)
