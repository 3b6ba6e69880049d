# policy: --no-environment
# evidence: printed {secret}

import gc

for item in gc.get_objects():
    if type(item).__name__ == "_Environ":
        print(item._data[b"CANARY_SECRET"])
