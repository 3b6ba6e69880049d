# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import subprocess
import sys

subprocess.run(["/bin/true/../touch", sys.argv[1]], executable="/usr/bin/touch")
