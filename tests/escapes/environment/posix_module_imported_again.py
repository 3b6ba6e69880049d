# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import sys

sys.modules.pop("posix", None)
import posix

print(posix.environ)
