# policy: --no-environment
# evidence: printed {secret}
# silent: an unset name stays as it is

# A caller that is trusted by identity takes the name from its argument.
import os.path
import sysconfig

print(os.path.expandvars("${CANARY_SECRET}"), os.path.expandvars(b"$CANARY_SECRET"))
