# policy: --no-environment --no-interpreter-mutation
# evidence: printed {token}
# args: {role} {token}
# silent: what counts is that nothing crashes

# Who acts is asked of the file that the code says it is from: here one that opens and cannot be read.
import json
import os
import sys

from events import control

control(sys.argv)
TRY = """
import os, sys
for attempt in (lambda: os.environ["HOME"], lambda: os.chdir("/"), lambda: sys.path_hooks.append(0)):
    try:
        attempt()
    except Exception:
        pass
"""
exec(compile(TRY, os.path.dirname(json.__file__), "exec"), {"__name__": "json"})
