# policy: --no-code-exec
# evidence: printed {answer}
# args: {code}/m
# setup: {python} -c "import marshal; open('{code}/m', 'wb').write(marshal.dumps(compile('''{program}''', 'x', 'exec')))"

import marshal
import sys

exec(marshal.loads(open(sys.argv[1], "rb").read()))
