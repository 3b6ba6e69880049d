# uses: environment write

import getpass
import gettext
import grp
import locale
import os
import pwd
import struct
import webbrowser
from pathlib import Path

catalog = {
    "": "Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",
    "hello": "hallo",
    "one\0many": "einer\0viele",
}


def compiled(messages):
    keys = sorted(messages)
    ids = [key.encode() + b"\0" for key in keys]
    texts = [messages[key].encode() + b"\0" for key in keys]
    start = 28 + 16 * len(keys)
    table, data = [], b""
    for block in (ids, texts):
        for item in block:
            table += [len(item) - 1, start + len(data)]
            data += item
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + struct.pack(f"<{len(table)}I", *table) + data


place = Path("locale/de/LC_MESSAGES")
place.mkdir(parents=True)
(place / "app.mo").write_bytes(compiled(catalog))
german = gettext.translation("app", "locale", languages=["de"])
print(german.gettext("hello"), german.ngettext("one", "many", 1), german.ngettext("one", "many", 2))
print(gettext.translation("app", "locale", languages=["fr"], fallback=True).gettext("hello"))
os.environ["LANGUAGE"] = "de"
gettext.bindtextdomain("app", "locale")
gettext.textdomain("app")
print(gettext.gettext("hello"))
print(locale.setlocale(locale.LC_ALL, ""), locale.getlocale(), locale.getpreferredencoding())
print(locale.localeconv()["decimal_point"], locale.strcoll("a", "b") < 0, locale.normalize("de"))
print(
    pwd.getpwuid(os.getuid()).pw_name == getpass.getuser() or os.environ.get("USER"),
    grp.getgrgid(0).gr_name,
)
print(
    os.path.expanduser("~root"),
    Path.home() == Path(os.environ["HOME"]),
    os.path.expandvars("$LANG"),
)
try:
    print(webbrowser.get("no-such-browser"))
except webbrowser.Error as error:
    print(error)
