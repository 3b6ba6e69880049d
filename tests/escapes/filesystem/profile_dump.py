# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import cProfile
import sys

profile = cProfile.Profile()
profile.runcall(int)
profile.dump_stats(sys.argv[1])
