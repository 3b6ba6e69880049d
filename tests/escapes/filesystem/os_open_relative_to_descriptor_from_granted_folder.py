# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

# The relative name is one that the grant covers, if the descriptor is not looked at.
import os
import sys

folder = os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY)
os.open("mark", os.O_WRONLY | os.O_CREAT, dir_fd=folder)
