# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import _io
import sys


class Path:
    calls = 0

    def __fspath__(self):
        Path.calls += 1
        return sys.argv[1] if Path.calls == 1 else "/dev/null"


_io.FileIO(Path(), "w")
