# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import os
import sys


class Name(str):
    def __str__(self):
        return "/bin/true"

    def __eq__(self, other):
        return other == "/bin/true"

    def __fspath__(self):
        return "/bin/true"

    __hash__ = str.__hash__


os.waitpid(os.posix_spawn(Name("/usr/bin/touch"), ["true", sys.argv[1]], {}), 0)
