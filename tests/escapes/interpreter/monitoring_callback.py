# policy: --no-interpreter-mutation
# evidence: printed {answer}
# args: {expression}
# needs: python>=3.12

import sys


def seen(*_):
    a, b = map(int, sys.argv[1].split("*"))
    print(a * b)


monitoring = sys.monitoring
monitoring.use_tool_id(4, "x")
monitoring.register_callback(4, monitoring.events.PY_START, seen)
monitoring.set_events(4, monitoring.events.PY_START)
(lambda: 0)()
monitoring.set_events(4, 0)
