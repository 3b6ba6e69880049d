# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import concurrent.futures
import os
import sys

if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        pool.submit(os.mkdir, sys.argv[1]).result()
