# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: link
# setup: ln -s {secret_file} {inside}/link

import sys

print(open(sys.argv[1]).read())
