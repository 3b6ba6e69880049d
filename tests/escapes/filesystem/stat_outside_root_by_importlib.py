# policy: --fs-readonly={inside}
# evidence: printed {size}
# args: {outside}/sized
# silent: what the import system merely looks for gets the plain error that it expects

import sys
from importlib import _bootstrap_external

print(_bootstrap_external._path_stat(sys.argv[1]).st_size)
