# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
from unittest import mock

get, name = mock._get_target("builtins.exec")
getattr(get(), name)(sys.argv[1])
