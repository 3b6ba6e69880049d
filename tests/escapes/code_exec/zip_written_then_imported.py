# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import zipfile

with zipfile.ZipFile("generated.zip", "w") as archive:
    archive.writestr("generated.py", sys.argv[1])
sys.path.insert(0, "generated.zip")
import generated
