# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# needs: module _tkinter

import sys
import tkinter

tkinter.Tcl().eval("exec touch " + sys.argv[1])
