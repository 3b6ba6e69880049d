# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}
# silent: linecache does without a file that it cannot read

import linecache
import sys

print(linecache.getlines(sys.argv[1]))
