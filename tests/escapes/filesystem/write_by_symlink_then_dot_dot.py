# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

# Lexically inside, really outside: ".." after a link goes where the link points.
import os
import sys

os.symlink(os.path.join(os.path.dirname(sys.argv[1]), "empty"), "link")
open("link/../mark", "w")
