# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import argparse
import sys

argparse.FileType("w")(sys.argv[1])
