# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}
# needs: python<3.13

import sys
import warnings

warnings.simplefilter("ignore")
import pipes

template = pipes.Template()
template.append("touch " + sys.argv[1], "--")
template.open("/dev/null", "r").read()
