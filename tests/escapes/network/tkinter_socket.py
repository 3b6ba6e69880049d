# policy: --no-network
# evidence: heard tcp
# args: {host} {port}
# needs: module _tkinter

import sys
import tkinter

tkinter.Tcl().eval("socket " + " ".join(sys.argv[1:]))
