# policy: --fs-readonly
# evidence: created {mark}
# args: {mark}

import io
import os
import sys
import tarfile

buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as archive:
    archive.addfile(tarfile.TarInfo("mark"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    archive.extract("mark", os.path.dirname(sys.argv[1]))
