# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

# posixpath.expandvars reads os.environ through its own global, which can be replaced.
import os
import posixpath


class Os:
    def __getattr__(self, name):
        return getattr(os, name)


posixpath.os = Os()
print(posixpath.expandvars("$CANARY_SECRET"))
