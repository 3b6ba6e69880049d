# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# silent: the standard library only tries it, which is logged as a probe
# env: BROWSER=touch %s

import sys
import webbrowser

webbrowser.open(sys.argv[1])
