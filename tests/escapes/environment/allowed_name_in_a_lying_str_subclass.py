# policy: --no-environment --allow-env LANG
# evidence: printed {secret}

import os


class Name(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("LANG")

    def __str__(self):
        return "LANG"

    def encode(self, *_):
        return b"CANARY_SECRET"


print(os.environ[Name("LANG")])
