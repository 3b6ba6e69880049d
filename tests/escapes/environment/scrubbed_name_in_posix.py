# policy: --scrub-env
# evidence: printed {secret}
# silent: absent, not refused

import posix

print(posix.environ)
