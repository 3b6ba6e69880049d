# uses: write

import pathlib

root = pathlib.Path("tree")
(root / "sub").mkdir(parents=True)
(root / "sub" / "n.txt").write_text("n")
(root / "top.bin").write_bytes(b"t")
print(
    sorted(p.as_posix() for p in root.rglob("*")),
    (root / "sub/n.txt").read_text(),
    (root / "top.bin").stat().st_size,
)
(root / "top.bin").rename(root / "moved")
(root / "moved").unlink()
print([p.name for p in root.iterdir()], root.is_dir(), (root / "x").exists())
