import io
import tarfile
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a/b.txt", "hello")
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.read("a/b.txt"), archive.testzip())
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
    info = tarfile.TarInfo("x")
    info.size = 3
    archive.addfile(info, io.BytesIO(b"abc"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    print(archive.getnames(), archive.extractfile("x").read())
