# policy: --no-environment --allow-env LANG
# evidence: printed {secret}

import os


class Name(str):
    def __eq__(self, other):
        return other == "LANG"

    def __str__(self):
        return "LANG"

    __hash__ = str.__hash__


print(os.environ[Name("CANARY_SECRET")])
