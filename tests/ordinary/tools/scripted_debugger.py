# uses: code_exec environment write mutation

import io
import pdb
import sys


def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result


commands = io.StringIO(
    "step\nargs\nnext\np numbers\nbreak total\nwhere\nreturn\np result\ncontinue\n"
)
out = io.StringIO()
debugger = pdb.Pdb(stdin=commands, stdout=out, nosigint=True, readrc=False)
debugger.use_rawinput = False
debugger.runcall(total, [1, 2])
lines = out.getvalue().splitlines()
print([line for line in lines if line.startswith("(Pdb)")])
print(any("result += number" in line for line in lines) or lines[:3])
try:
    total(["a"])
except TypeError:
    out = io.StringIO()
    pm = pdb.Pdb(stdin=io.StringIO("p number\nup\nlist\nquit\n"), stdout=out, readrc=False)
    pm.use_rawinput = False
    pm.reset()
    pm.interaction(None, sys.exc_info()[2])
    print(out.getvalue().count("(Pdb)"), "'a'" in out.getvalue())
