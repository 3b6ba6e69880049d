# policy: --no-environment
# evidence: printed {secret}
# silent: a child inherits what is allowed

import os
import posix

os.waitpid(os.posix_spawn("/usr/bin/env", ["env"], posix.environ), 0)
