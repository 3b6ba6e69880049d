# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import _io
import sys


class Path(str):
    def __fspath__(self):
        return "data.txt"

    def __str__(self):
        return "data.txt"

    def encode(self, *_):
        return b"data.txt"

    startswith = lambda self, *_: True


_io.FileIO(Path(sys.argv[1]), "w")
