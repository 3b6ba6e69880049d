# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {token}
# needs: root
# needs: module spwd

import spwd
import sys

if spwd.getspnam("root"):
    print(sys.argv[1])
