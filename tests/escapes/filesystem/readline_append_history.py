# policy: --fs-readonly
# evidence: changed {victim}
# args: {victim}
# needs: module readline

import readline
import sys

readline.add_history("x")
readline.append_history_file(1, sys.argv[1])
