# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

import sys
import urllib.request

print(urllib.request.urlopen("file://" + sys.argv[1]).read())
