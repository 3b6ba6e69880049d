# policy: --no-environment
# evidence: printed {secret}
# silent: it may be absent or refused

import posix

print(posix.environ)
