# policy: --no-subprocess
# evidence: created {mark}
# args: {mark}

import _posixsubprocess
import os
import sys

read, write = os.pipe()
arguments = [
    ["touch", sys.argv[1]],
    [b"/usr/bin/touch"],
    True,
    (write,),
    None,
    None,
    -1,
    -1,
    -1,
    -1,
    -1,
    -1,
    read,
    write,
    True,
    False,
]
arguments += (
    [-1, None, None, None, -1, None]
    if sys.version_info >= (3, 12)
    else [None, None, None, -1, None]
)
if sys.version_info < (3, 12):
    arguments[16:] = [0, None, None, None, -1, None]
for vfork in ([], [True], [False]):
    try:
        os.waitpid(_posixsubprocess.fork_exec(*arguments, *vfork), 0)
    except TypeError:
        continue
    break
