"""Does a stored password verify against the expected one? Salts and hashes differ between two imports, this does not."""
import base64
import ctypes
import ctypes.util
import hashlib
import hmac
import re

DIGESTS = {"SHA": "sha1", "SSHA": "sha1", "SHA256": "sha256", "SSHA256": "sha256", "SHA512": "sha512", "SSHA512": "sha512"}
GROUPWARE = {"{SHA}": "sha1", "{SHA-256}": "sha256", "{SHA-512}": "sha512"}


def expected_passwords(path):
    """user<TAB>password, one per line."""
    with open(path, encoding="utf-8") as lines:
        return dict(line.rstrip("\r\n").split("\t", 1) for line in lines if "\t" in line)


def directory_password(stored, expected):
    """A userPassword value as "{SCHEME} verifies", or "{SCHEME} <hash>" when it does not or nothing is expected."""
    scheme, rest = re.fullmatch(r"(?s)(?:\{([^}]+)\})?(.*)", stored).groups()
    name = (scheme or "CLEAR").upper()
    verifies = expected is not None and _directory_verifies(name, rest, expected)
    return f"{{{name}}} " + ("verifies" if verifies else "<hash>")


def groupware_password(mechanism, stored, salt, expected):
    """The same for the columns passwordMech, userPassword and salt (bytes or None)."""
    verifies = expected is not None and stored is not None and _groupware_verifies(mechanism, stored, salt or b"", expected)
    return "verifies" if verifies else "<hash>"


def _directory_verifies(scheme, stored, expected):
    if scheme == "CLEAR":
        return hmac.compare_digest(stored.encode(), expected.encode())
    if scheme == "CRYPT":
        return _crypt(expected, stored) == stored
    if scheme not in DIGESTS:
        return False
    raw = base64.b64decode(stored)
    size = hashlib.new(DIGESTS[scheme]).digest_size
    return hashlib.new(DIGESTS[scheme], expected.encode() + raw[size:]).digest() == raw[:size]


def _groupware_verifies(mechanism, stored, salt, expected):
    if mechanism in ("{CRYPT}", "{BCRYPT}"):
        return _crypt(expected, stored) == stored
    if mechanism not in GROUPWARE:
        return False
    digest = hashlib.new(GROUPWARE[mechanism], salt + expected.encode()).digest()
    return base64.b64encode(digest).decode() == stored


def _crypt(password, setting):
    library = ctypes.CDLL(ctypes.util.find_library("crypt"))
    library.crypt.restype = ctypes.c_char_p
    hashed = library.crypt(password.encode(), setting.encode())
    return hashed.decode() if hashed else None
