# wants: cryptography
# grant-native: cryptography _cffi_backend

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

key = Fernet.generate_key()
print(Fernet(key).decrypt(Fernet(key).encrypt(b"message")))
private = ec.generate_private_key(ec.SECP256R1())
private.public_key().verify(
    private.sign(b"d", ec.ECDSA(hashes.SHA256())), b"d", ec.ECDSA(hashes.SHA256())
)
pem = rsa.generate_private_key(65537, 2048).private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
)
print(pem.splitlines()[0], padding.PKCS1v15().name)
