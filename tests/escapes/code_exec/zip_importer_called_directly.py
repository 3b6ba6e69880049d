# policy: --no-code-exec
# evidence: printed {answer}
# args: '{program}'

import sys
import zipfile
import zipimport

with zipfile.ZipFile("generated.zip", "w") as archive:
    archive.writestr("generated.py", sys.argv[1])
exec(zipimport.zipimporter("generated.zip").get_code("generated"))
