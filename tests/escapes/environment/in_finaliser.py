# policy: --no-environment
# evidence: printed {secret}

import os


class Last:
    def __del__(self, environ=os.environ, print=print):
        print(environ["CANARY_SECRET"])


keep = Last()
