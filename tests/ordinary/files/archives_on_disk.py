# uses: write

import shutil
import tarfile
import zipfile

open("a.txt", "w").write("a")
with zipfile.ZipFile("z.zip", "w") as archive:
    archive.write("a.txt")
with tarfile.open("t.tar.gz", "w:gz") as archive:
    archive.add("a.txt")
shutil.unpack_archive("z.zip", "out")
print(open("out/a.txt").read(), tarfile.open("t.tar.gz").getnames(), zipfile.is_zipfile("z.zip"))
