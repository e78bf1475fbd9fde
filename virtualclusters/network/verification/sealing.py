"""How a number lies in the database: sealed, with a keyed index beside it. A copy of the tables tells nobody a PAN.

Reasons and consequences: docs/decisions/numbers-are-sealed-and-facts-about-them-stand-apart.md.
"""

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(number: str) -> str:
    """The number as it may be stored: by the newest key."""
    return _keys(tuple(settings.IDENTIFIER_KEYS), settings.SECRET_KEY).encrypt(number.encode()).decode()


def unseal(sealed: str) -> str:
    """The number again, whichever of the keys sealed it.

    Raises:
        cryptography.fernet.InvalidToken: no key of the settings opens it, or the row was changed.
    """
    return _keys(tuple(settings.IDENTIFIER_KEYS), settings.SECRET_KEY).decrypt(sealed.encode()).decode()


def reseal(sealed: str) -> str:
    """The same number sealed by the newest key, never unsealed outside this call."""
    return _keys(tuple(settings.IDENTIFIER_KEYS), settings.SECRET_KEY).rotate(sealed.encode()).decode()


def blind_index(kind: str, number: str) -> str:
    """The same text for the same number of a kind, of no use without the key: for finding duplicates."""
    secret = settings.IDENTIFIER_INDEX_KEY or settings.SECRET_KEY
    return salted_hmac(f"identifier.{kind}", number, secret=secret, algorithm="sha256").hexdigest()


@lru_cache(maxsize=4)
def _keys(given: tuple[str, ...], secret_key: str) -> MultiFernet:
    derived = base64.urlsafe_b64encode(hashlib.sha256(b"identifiers:" + secret_key.encode()).digest())
    return MultiFernet([Fernet(key) for key in given] or [Fernet(derived)])
