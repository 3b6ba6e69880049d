# policy: --fs-readonly --no-subprocess
# evidence: created /dev/shm/{token}
# args: {token}

import _posixshmem
import os
import sys

_posixshmem.shm_open("/" + sys.argv[1], os.O_CREAT | os.O_RDWR, 0o600)
