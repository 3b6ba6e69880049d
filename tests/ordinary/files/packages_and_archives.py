# uses: write

import bz2
import gzip
import hashlib
import io
import lzma
import os
import shutil
import tarfile
import tempfile
import zipfile
from pathlib import Path

root = Path("tree")
(root / "sub" / "deep").mkdir(parents=True)
(root / "a.txt").write_text("alpha\n" * 50)
(root / "sub" / "b.bin").write_bytes(bytes(range(256)))
(root / "sub" / "deep" / "c.txt").write_text("see\n", encoding="utf-16")
(root / "link").symlink_to("a.txt")
os.link(root / "a.txt", root / "hard")
print(sorted(str(p) for p in root.rglob("*")), root.joinpath("link").readlink())
print([p.name for p in sorted(root.glob("**/*.txt"))], list(root.glob("[!a-k]*"))[0].name)
for kind, mode in (("zip", None), ("gztar", "gz"), ("xztar", "xz"), ("bztar", "bz2"), ("tar", "")):
    name = shutil.make_archive(f"out-{kind}", kind, ".", "tree")
    target = Path(f"back-{kind}")
    shutil.unpack_archive(name, target)
    print(
        kind,
        sorted(p.name for p in (target / "tree").iterdir()),
        (target / "tree/a.txt").stat().st_size,
    )
with zipfile.ZipFile("new.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("x/y.txt", "why")
    archive.write("tree/a.txt", "a.txt")
with zipfile.ZipFile("new.zip", "a") as archive:
    archive.mkdir("dir") if hasattr(archive, "mkdir") else archive.writestr("dir/", "")
    print(
        archive.namelist(),
        archive.testzip(),
        zipfile.Path(archive, "x/").joinpath("y.txt").read_text(),
    )
    with archive.open("a.txt") as member:
        print(member.readline())
with tarfile.open("new.tar.gz", "w:gz") as archive:
    info = tarfile.TarInfo("made")
    info.size = 3
    archive.addfile(info, io.BytesIO(b"abc"))
    archive.add("tree/sub", "sub", filter=lambda t: None if t.name.endswith("bin") else t)
with tarfile.open("new.tar.gz") as archive:
    print([(m.name, m.isdir()) for m in archive], archive.extractfile("made").read())
for module in (gzip, bz2, lzma):
    with module.open("packed", "wt") as file:
        file.write("text\n" * 3)
    with module.open("packed", "rt") as file:
        print(
            module.__name__,
            file.read().split(),
            len(module.decompress(Path("packed").read_bytes())),
        )
shutil.copytree("tree", "copy", symlinks=True, ignore=shutil.ignore_patterns("*.bin"))
shutil.copy2("tree/a.txt", "copy/a2.txt")
shutil.move("copy/sub", "moved")
print(sorted(os.listdir("copy")), sorted(os.listdir("moved")), shutil.disk_usage(".").total > 0)
for folder, folders, files in os.walk("tree", topdown=False):
    print(folder, sorted(folders), sorted(files))
with os.scandir("tree") as entries:
    print(sorted((e.name, e.is_dir(), e.is_symlink()) for e in entries))
with tempfile.TemporaryDirectory(dir=".") as folder:
    handle, name = tempfile.mkstemp(".txt", "pre", folder, text=True)
    os.write(handle, b"x")
    os.close(handle)
    print(os.path.basename(name).startswith("pre"))
with (
    tempfile.NamedTemporaryFile("w+", suffix=".log") as file,
    tempfile.SpooledTemporaryFile(10) as spool,
):
    file.write("hello")
    file.flush()
    spool.write(b"more than ten bytes")
    print(Path(file.name).read_text(), spool.tell(), spool._rolled)
print(
    tempfile.TemporaryFile().write(b"abc"),
    hashlib.file_digest(open("tree/a.txt", "rb"), "md5").hexdigest(),
)
shutil.rmtree("tree")
os.replace("moved", "tree")
print(os.path.exists("tree/deep/c.txt"), os.path.samefile("tree", "./tree"), Path("new.zip").suffix)
os.truncate("new.zip", 4)
os.utime("new.zip", (1, 2))
os.chmod("new.zip", 0o640)
print(oct(os.stat("new.zip").st_mode), os.stat("new.zip").st_mtime, os.access("new.zip", os.R_OK))
