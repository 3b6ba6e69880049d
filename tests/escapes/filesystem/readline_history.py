# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}
# needs: module readline

import readline
import sys

readline.add_history("x")
readline.write_history_file(sys.argv[1])
