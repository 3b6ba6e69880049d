# policy: --no-environment
# evidence: printed {secret}

import sys

for module in list(sys.modules.values()):
    for value in list(vars(module).values()):
        if hasattr(value, "_data") and b"CANARY_SECRET" in value._data:
            print(value._data[b"CANARY_SECRET"])
