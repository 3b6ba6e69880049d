# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# silent: the standard library only tries it, which is logged as a probe

import sys
import webbrowser

webbrowser.GenericBrowser(["touch", "%s"]).open(sys.argv[1])
