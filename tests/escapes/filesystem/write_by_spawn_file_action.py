# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import os
import sys

actions = [(os.POSIX_SPAWN_OPEN, 1, sys.argv[1], os.O_CREAT | os.O_WRONLY, 0o600)]
os.waitpid(os.posix_spawn("/bin/true", ["true"], os.environ, file_actions=actions), 0)
