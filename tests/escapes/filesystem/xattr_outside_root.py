# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}
# setup: python3 -c "import os; os.setxattr('{secret_file}', 'user.s', b'{secret}')"

import os
import sys

print(os.getxattr(sys.argv[1], "user.s"))
