# policy: --no-environment
# evidence: printed {secret}

import wsgiref.handlers

print(wsgiref.handlers.BaseHandler.os_environ)
