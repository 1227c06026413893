"""20 MB encrypted, 50 MB hashed, a password stretched, a key made."""

from beside import watched
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

data = bytes(20_000_000)


def hashed():
    digest = hashes.Hash(hashes.SHA256())
    digest.update(bytes(50_000_000))
    digest.finalize()


watched(
    lambda: AESGCM(bytes(32)).encrypt(bytes(12), data, None),
    lambda: ChaCha20Poly1305(bytes(32)).encrypt(bytes(12), data, None),
    hashed,
    lambda: Scrypt(salt=bytes(16), length=32, n=2**14, r=8, p=1).derive(b"password"),
    lambda: rsa.generate_private_key(65537, 2048),
)
