# policy: --fs-readonly={inside} --no-subprocess --allow-run /bin/cat
# evidence: printed {secret}
# args: {secret_file}

import os
import sys

actions = [(os.POSIX_SPAWN_OPEN, 0, sys.argv[1], os.O_RDONLY, 0)]
os.waitpid(os.posix_spawn("/bin/cat", ["cat"], os.environ, file_actions=actions), 0)
