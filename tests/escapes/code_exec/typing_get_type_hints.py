# policy: --no-code-exec
# evidence: printed {answer}
# args: {expression}

import sys
import typing


class Record: ...


Record.__annotations__ = {"x": sys.argv[1]}
print(typing.get_type_hints(Record))
