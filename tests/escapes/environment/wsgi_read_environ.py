# policy: --no-environment
# evidence: printed {secret}
# silent: a reader in the standard library may find it absent

import wsgiref.handlers

print(wsgiref.handlers.read_environ())
