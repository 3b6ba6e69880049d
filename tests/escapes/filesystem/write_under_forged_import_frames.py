# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

# The importer's own helper calls open: frames alone make it look like an import.
import sys
from importlib._bootstrap import _call_with_frames_removed

_call_with_frames_removed(open, sys.argv[1], "w")
