# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

# The C library then searches the directories of its own choice.
import os
import sys

del os.environ["PATH"]
os.waitpid(os.posix_spawnp("touch", ["touch", sys.argv[1]], {}), 0)
