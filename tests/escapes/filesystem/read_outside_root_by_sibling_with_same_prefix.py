# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {inside}-more/s
# setup: mkdir {inside}-more && cp {secret_file} {inside}-more/s

import sys

print(open(sys.argv[1]).read())
