# policy: --no-code-exec
# evidence: printed {answer}
# args: {work}/stash
# setup: mkdir {work}/stash && cp {code}/evil.py {work}/stash

# The file is as old as it looks; its place is not.
import os
import sys

sys.path.insert(0, "")
os.rename(sys.argv[1], "stash")
import stash.evil
