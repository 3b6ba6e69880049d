# policy: --no-environment
# evidence: printed {secret}
# needs: module _xxsubinterpreters
# silent: it may be absent or refused

import _xxsubinterpreters as interpreters

interpreters.run_string(
    interpreters.create(), "import os; print(os.environ['CANARY_SECRET'], flush=True)"
)
