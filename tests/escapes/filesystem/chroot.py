# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {outside}
# needs: root

# What is read after it is not what the paths say.
import os
import sys

os.chroot(sys.argv[1])
print(open("/secret.txt").read())
