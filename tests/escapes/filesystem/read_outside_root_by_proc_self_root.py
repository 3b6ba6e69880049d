# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import sys

print(open("/proc/self/root" + sys.argv[1]).read())
