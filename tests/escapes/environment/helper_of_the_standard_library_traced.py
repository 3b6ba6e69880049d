# policy: --no-environment
# evidence: printed {secret}
# env: TMPDIR=/{secret}

# tempfile may read TMPDIR for itself; a trace function reads its local variables.
import sys
import tempfile


def trace(frame, event, arg):
    if frame.f_code.co_name == "_candidate_tempdir_list":
        print(frame.f_locals)
        return trace


sys.settrace(trace)
tempfile._candidate_tempdir_list()
