# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import subprocess, sys

subprocess.run(["/bin/true/../touch", sys.argv[1]], executable="/usr/bin/touch")
