# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import os
import sys

os.symlink("../outside/mark", "link")
os.open("link", os.O_CREAT | os.O_WRONLY)
