import base64
import binascii
import copy
import hashlib
import hmac
import html
import plistlib
import quopri
import secrets
import string
import struct
import textwrap
import tomllib
import unicodedata
import urllib.parse
import uuid
import xml.etree.ElementTree as ET
import zlib
from fractions import Fraction
from pprint import pformat

config = tomllib.loads('title = "x"\n[server]\nport = 80\nat = 2024-01-02\n[[items]]\nn = 1\n')
print(pformat(config, width=40))
print(base64.b85encode(zlib.compress(b"a" * 100)), binascii.crc32(b"abc"))
print(plistlib.loads(plistlib.dumps({"a": [1, 2.5, b"x", True]})))
print(quopri.encodestring("é=".encode()), html.escape("<a href='x'>"), html.unescape("&eacute;"))
print(struct.unpack(">HIxf", struct.pack(">HIxf", 1, 2, 0.5)))
root = ET.fromstring("<a><b n='1'>x</b><b n='2'/></a>")
ET.indent(root)
print(ET.tostring(root, "unicode"), [b.get("n") for b in root.iterfind("b")])
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.UUID(int=5).hex, len(str(uuid.uuid4())))
print(len(str(uuid.uuid1())), uuid.getnode() == uuid.getnode())
print(len(secrets.token_hex(8)), secrets.choice("aaa"), hmac.new(b"k", b"m", "sha256").hexdigest())
print(hashlib.scrypt(b"p", salt=b"s", n=16, r=1, p=1, dklen=8).hex(), hashlib.blake2b(b"x").name)
print(sorted(hashlib.algorithms_guaranteed)[:3], hashlib.new("md5", b"").hexdigest())
print(copy.deepcopy({"a": [Fraction(1, 3)]}), string.Template("$a-${b}").substitute(a=1, b=2))
print(unicodedata.normalize("NFD", "é").encode(), textwrap.fill("lorem ipsum dolor " * 3, 20))
print(urllib.parse.urlencode({"q": "a b&c", "x": [1, 2]}, doseq=True))
