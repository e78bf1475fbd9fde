"""Short addresses, and the signed address that ends messages."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string

from virtualclusters.capabilities.messaging.models import Channel, ShortLink
from virtualclusters.capabilities.messaging.registry import Category
from virtualclusters.foundation.errors import NotFound

HOME = "/messages/"
"""Path of a person's list: where a message about nothing in particular leads."""
LIVES = timedelta(days=90)
_SALT = "messaging.unsubscribe"
_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def short_link(*, target, at, person_id=None, lives=LIVES):
    """A short address (with scheme and host) that leads to this path for 90 days, or as long as given."""
    link = ShortLink.objects.create(
        key=get_random_string(8, _LETTERS), target=target, person_id=person_id, made_at=at, expires_at=at + lives
    )
    return f"{settings.SHORT_LINK_ADDRESS}/s/{link.key}"


def without_language(path):
    """The path without its language, so that each reader can be given it in hers."""
    code, _, rest = path.lstrip("/").partition("/")
    return f"/{rest}" if code in dict(settings.LANGUAGES) else path


def in_language(path, language):
    """The path of a page in a language; an empty path stays empty."""
    return f"/{language}{without_language(path)}" if path else ""


def target_of(*, key, at):
    """The path behind a short address.

    Raises:
        NotFound: there is none, or it has ended.
    """
    link = ShortLink.objects.filter(key=key).first()
    if link is None or (link.expires_at and link.expires_at <= at):
        raise NotFound
    return link.target


def unsubscribe_path(*, person_id, category, channel):
    """The path of the page that ends one category on one channel. Its token is signed and never ends."""
    return f"/u/{signing.Signer(salt=_SALT, sep='~').sign(f'{person_id}.{category}.{channel}')}"


def read_token(token):
    """Person's id, category and channel of a token (category `all` = everything that can be chosen).

    Raises:
        NotFound: it was not signed here.
    """
    try:
        person_id, category, channel = signing.Signer(salt=_SALT, sep="~").unsign(token).split(".")
    except signing.BadSignature as forged:
        raise NotFound from forged
    return int(person_id), category if category == "all" else Category(category), Channel(channel)
