# policy: --block-native
# evidence: printed {token}
# args: {token} {code}
# env: LC_ALL=C
# needs: code from locale import dgettext

# The C library loads what converts the text of a catalog from where a variable says.
import locale
import os
import struct
import sys

token, folder = sys.argv[1:]
with open(folder + "/gconv-modules", "w") as file:
    file.write(f"module EVIL// INTERNAL {folder}/none 1\nmodule INTERNAL EVIL// {folder}/none 1\n")
os.environ["GCONV_PATH"] = folder
os.environ["LANGUAGE"] = "en"
locale.setlocale(locale.LC_ALL, "C.UTF-8")

head = b"Content-Type: text/plain; charset=EVIL\n"
originals, translations = b"\0m\0", head + b"\0t\0"
start = 28 + 4 * 8
os.makedirs("catalogs/en/LC_MESSAGES")
with open("catalogs/en/LC_MESSAGES/d.mo", "wb") as catalog:
    catalog.write(struct.pack("<7I", 0x950412DE, 0, 2, 28, 44, 0, start))
    catalog.write(struct.pack("<4I", 0, start, 1, start + 1))
    catalog.write(struct.pack("<4I", len(head), start + 3, 1, start + 3 + len(head) + 1))
    catalog.write(originals + translations)

os.mkfifo(folder + "/none.so")
if os.fork() == 0:
    os.open(folder + "/none.so", os.O_WRONLY)
    print(token, flush=True)
    os._exit(0)
locale.bindtextdomain("d", os.path.abspath("catalogs"))
print(locale.dgettext("d", "m"))
