# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import multiprocessing
import sys

if __name__ == "__main__":
    process = multiprocessing.get_context("forkserver").Process(
        target=open, args=(sys.argv[1], "w")
    )
    process.start()
    process.join()
