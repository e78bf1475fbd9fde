"""How long a profile stands before somebody must say again that it is true (feature A9)."""

from datetime import timedelta

from django.conf import settings

REMINDED_BEFORE = (timedelta(days=30), timedelta(days=7))
"""A reminder goes out this long before a profile ends."""


def expiry_after(at):
    """When a profile renewed at a moment ends: after ``PROFILE_DAYS`` days (365 unless set)."""
    return at + timedelta(days=getattr(settings, "PROFILE_DAYS", 365))
