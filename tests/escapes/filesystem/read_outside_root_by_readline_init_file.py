# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}
# needs: module readline

import readline
import sys

readline.read_init_file(sys.argv[1])
