# policy: --no-network --seal
# evidence: printed {token}
# args: {token}
# needs: python>=3.12

import sys

monitoring = sys.monitoring
monitoring.use_tool_id(3, "mine")
monitoring.register_callback(3, monitoring.events.PY_START, lambda *_: print(sys.argv[1]))
monitoring.set_events(3, monitoring.events.PY_START)
(lambda: 0)()
monitoring.set_events(3, 0)
