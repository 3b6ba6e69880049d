# policy: --no-environment
# evidence: printed {secret}
# silent: a child inherits what is allowed

import multiprocessing.util
import os

os.waitpid(multiprocessing.util.spawnv_passfds(b"/usr/bin/env", ["env"], [0, 1, 2]), 0)
