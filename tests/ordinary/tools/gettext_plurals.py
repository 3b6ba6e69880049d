# The plural rule of a catalogue is text that gettext compiles.
import gettext
import io
import struct

header = b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
entries = sorted(
    {b"": header, b"hello": b"hallo", b"%d file\0%d files": b"%d Datei\0%d Dateien"}.items()
)
start, data, keys, values = 28 + 16 * len(entries), b"", b"", b""
for key, value in entries:
    keys += struct.pack("<II", len(key), start + len(data))
    data += key + b"\0"
for key, value in entries:
    values += struct.pack("<II", len(value), start + len(data))
    data += value + b"\0"
head = struct.pack("<7I", 0x950412DE, 0, len(entries), 28, 28 + len(keys), 0, 0)
catalogue = gettext.GNUTranslations(io.BytesIO(head + keys + values + data))
print(
    catalogue.gettext("hello"),
    [catalogue.ngettext("%d file", "%d files", n) % n for n in (1, 2, 5)],
)
