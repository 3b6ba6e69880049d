# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import pdb
import sys

debugger = pdb.Pdb(readrc=False)
debugger.curframe = sys._getframe()
debugger.curframe_locals = {}
debugger.default(sys.argv[1])
