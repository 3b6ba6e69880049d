# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}
# needs: module readline
# setup: echo >> {secret_file}

import readline
import sys

readline.read_history_file(sys.argv[1])
print(readline.get_history_item(1))
