# uses: write

import codecs
import io

with open("u", "w", encoding="utf-16") as file:
    file.write("h\u00e9llo\r\n")
print(
    open("u", encoding="utf-16", newline="").read(),
    codecs.open("u", "r", "utf-16").read(),
    io.open("u", "rb", buffering=0).read(2),
)
