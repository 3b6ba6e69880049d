import base64
import binascii
import hashlib
import hmac
import secrets
import uuid
import zlib

print(
    hashlib.sha256(b"x").hexdigest(),
    hashlib.blake2b(b"x", digest_size=8).hexdigest(),
    hmac.new(b"k", b"m", "sha256").hexdigest(),
)
print(
    base64.b64encode(b"abc"),
    binascii.hexlify(b"abc"),
    zlib.crc32(b"abc"),
    len(secrets.token_hex()),
    hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex(),
)
print(
    uuid.uuid5(uuid.NAMESPACE_DNS, "x"),
    uuid.uuid4().version,
    sorted(hashlib.algorithms_guaranteed)[:3],
)
