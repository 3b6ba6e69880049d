# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import sys

open("/proc/self/cwd/../outside/mark", "w")
