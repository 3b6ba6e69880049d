# policy: --fs-readonly={inside}
# evidence: printed {secret}
# args: {secret_file}

# The interpreter's library stays readable, what is reached through it does not.
import os
import sys

library = os.path.dirname(os.__file__)
print(open(library + "/.." * library.count("/") + sys.argv[1]).read())
