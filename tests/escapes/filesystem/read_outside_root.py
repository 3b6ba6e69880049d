# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import sys

print(open(sys.argv[1]).read())
