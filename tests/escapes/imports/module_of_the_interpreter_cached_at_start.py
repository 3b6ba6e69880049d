# policy: --deny-import io
# evidence: printed {answer}
# args: {expression}

import io
import sys

a, b = map(int, sys.argv[1].split("*"))
io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True).write(str(a * b))
