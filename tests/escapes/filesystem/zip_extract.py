# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import io
import os
import sys
import zipfile

buffer = io.BytesIO()
zipfile.ZipFile(buffer, "w").writestr("mark", "x")
with zipfile.ZipFile(buffer, "a") as archive:
    archive.writestr("mark", "x")
    archive.extract("mark", os.path.dirname(sys.argv[1]))
