"""A few answers that stay on the visitor's own device, signed, for a short while: nothing of them is kept here or stands in an address."""

from django.conf import settings
from django.core.signing import BadSignature, dumps, loads


def note_on(response, name: str, told: dict, *, seconds: int):
    """Leave a note on the device with this answer, and return it; an empty one takes the note away."""
    if not told:
        response.delete_cookie(name, samesite="Lax")
        return response
    response.set_cookie(
        name,
        dumps(told, salt=name, compress=True),
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def read_note(request, name: str, *, seconds: int) -> dict:
    """What a note says; empty when there is none, or it is too old or was changed."""
    try:
        told = loads(request.COOKIES.get(name, ""), salt=name, max_age=seconds)
    except BadSignature:
        return {}
    return told if isinstance(told, dict) else {}
