# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import multiprocessing
import os
import sys

if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        pool.apply(os.mkdir, (sys.argv[1],))
