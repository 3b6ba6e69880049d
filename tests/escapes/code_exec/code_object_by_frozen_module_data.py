# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/m
# needs: python>=3.11
# setup: {python} -c "import marshal; open('{code}/m', 'wb').write(marshal.dumps(compile('''{program}''', 'x', 'exec')))"

import _imp
import sys

exec(_imp.get_frozen_object("x", open(sys.argv[1], "rb").read()))
