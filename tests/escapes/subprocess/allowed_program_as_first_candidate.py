# policy: --no-subprocess --allow-run /bin/true
# evidence: created {mark}
# args: {mark}

# fork_exec takes a list of candidates: all of them matter, not the first.
import os
import subprocess
import sys

real = subprocess._fork_exec
subprocess._fork_exec = lambda argv, candidates, *rest: real(
    argv, [b"/nonexistent/true", b"/usr/bin/touch"], *rest
)
subprocess.Popen(["true", sys.argv[1]], close_fds=False, preexec_fn=None, cwd="/").wait()
