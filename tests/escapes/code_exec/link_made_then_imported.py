# policy: --no-code-exec
# evidence: printed {answer}
# args: {work}/stash
# setup: mkdir {work}/stash && cp {code}/evil.py {work}/stash

# What it leads to is old, the link is not.
import os
import sys

sys.path.insert(0, "")
os.symlink(sys.argv[1], "stash")
import stash.evil
