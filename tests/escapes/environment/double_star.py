# policy: --no-environment
# evidence: printed {secret}

import os


def show(**names):
    print(names)


show(**os.environ)
