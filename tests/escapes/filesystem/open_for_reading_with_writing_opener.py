# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

# The event names another file and a harmless mode.
import os
import sys

open("data.txt", "r", opener=lambda path, flags: os.open(sys.argv[1], os.O_CREAT | os.O_RDWR))
