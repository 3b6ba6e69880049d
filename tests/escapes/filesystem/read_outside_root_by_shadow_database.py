# policy: --fs-readonly={inside}
# evidence: printed {token}
# args: {token}
# needs: root
# needs: module spwd

import sys

import spwd

if spwd.getspnam("root"):
    print(sys.argv[1])
