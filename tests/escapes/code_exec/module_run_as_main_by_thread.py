# policy: --no-code-exec
# evidence: printed {answer}
# setup: cp {code}/evil.py {inside}/evil.py
# env: PYTHONPATH={inside}

# A thread has nothing below its function, as the interpreter's own `-m` has not.
import _thread
import runpy
import time

_thread.start_new_thread(runpy._run_module_as_main, ("evil", False))
time.sleep(1)
