# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

import os
import sys


class Path:
    answers = ["/usr/bin/touch", "/usr/bin/touch", "/bin/true"]

    def __fspath__(self):
        return self.answers[0]

    def __str__(self):
        return "/bin/true"


os.waitpid(os.posix_spawn(Path(), ["true", sys.argv[1]], {}), 0)
