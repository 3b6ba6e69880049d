# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: ../outside/secret.txt

import sys

print(open(sys.argv[1]).read())
