# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import sys
from posix import posix_spawn, waitpid

spawn = [posix_spawn].pop
waitpid(spawn()("/usr/bin/touch", ["touch", sys.argv[1]], {}), 0)
