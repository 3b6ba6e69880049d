# policy: --fs-readonly --seal
# evidence: created {mark}
# args: {mark}

# As connect_when_codecs_are_forgotten.py, with a function of posix.
import codecs
import posix
import sys


class Last:
    def __init__(self):
        self.open = posix.open
        self.flags = posix.O_CREAT | posix.O_WRONLY
        self.path = sys.argv[1]

    def __call__(self, error):
        raise error

    def __del__(self):
        self.open(self.path, self.flags)


codecs.register_error("last", Last())
