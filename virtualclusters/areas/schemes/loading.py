"""Keeping what a file says of schemes: what is new is added, what is known is left, what was wrong is corrected."""

from collections import Counter

from django.db import transaction

from virtualclusters.areas.schemes.data_file import SchemeOfFile
from virtualclusters.areas.schemes.models import Scheme
from virtualclusters.areas.schemes.operations import begin_scheme, keep_version, make_public
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.buyers import unit_of_buyer


@transaction.atomic
def keep_schemes(schemes: list[SchemeOfFile], *, at) -> Counter:
    """Add what is not here yet, as reference data of which nobody is told; counts ``schemes``, ``versions``, ``corrected``, ``same``.

    A version that says something else under a first day that is known is a correction. What a version said at any time is known: a
    file never takes back what was corrected after it.
    """
    counted: Counter = Counter()
    for told in schemes:
        scheme = Scheme.objects.select_related("opportunity").filter(code=told.code).first()
        if scheme is None:
            unit = unit_of_buyer(told.issuer, at=at)
            scheme = begin_scheme(
                content=told.versions[-1], unit=unit, here=told.here, code=told.code, actor=PORTAL, at=at
            )
            counted["schemes"] += 1
        counted += _keep_versions(scheme, told, at)
    return counted


def _keep_versions(scheme, told, at):
    counted: Counter = Counter()
    known = set(scheme.versions.values_list("effective_from", "fingerprint"))
    days = {day for day, _fingerprint in known}
    for content in told.versions:
        if (content.effective_from, content.fingerprint) in known:
            counted["same"] += 1
            continue
        make_public(scheme, keep_version(scheme, content), actor=PORTAL, at=at, quietly=True)
        counted["corrected" if content.effective_from in days else "versions"] += 1
    return counted
