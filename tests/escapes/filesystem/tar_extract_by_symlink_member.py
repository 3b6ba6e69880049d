# policy: --fs-readonly --allow-write {inside}
# evidence: created {mark}
# args: {mark}

import io
import os
import sys
import tarfile

buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as archive:
    link = tarfile.TarInfo("out")
    link.type, link.linkname = tarfile.SYMTYPE, os.path.dirname(sys.argv[1])
    archive.addfile(link)
    archive.addfile(tarfile.TarInfo("out/mark"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    archive.extraction_filter = getattr(tarfile, "fully_trusted_filter", None)
    archive.extractall(".")
