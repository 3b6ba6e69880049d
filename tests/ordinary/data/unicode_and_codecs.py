import codecs
import locale
import unicodedata

print(
    unicodedata.name("\u00e9"),
    unicodedata.normalize("NFD", "\u00e9").encode(),
    codecs.encode("abc", "rot13"),
    "\u00fc".encode("cp1252"),
    "b\u00fccher".encode("idna"),
)
print(
    b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"),
    codecs.lookup("latin1").name,
)
