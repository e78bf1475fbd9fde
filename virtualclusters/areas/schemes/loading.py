"""Keeping what a file says of schemes: what is new is added, what is known is left, and one wrong line refuses the file."""

from collections import Counter

from django.db import transaction

from virtualclusters.areas.schemes.data_file import FileRefused, SchemeOfFile
from virtualclusters.areas.schemes.models import Scheme
from virtualclusters.areas.schemes.operations import begin_scheme, keep_version, make_public
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.buyers import unit_of_buyer


@transaction.atomic
def keep_schemes(schemes: list[SchemeOfFile], *, at) -> Counter:
    """Add what is not here yet, as reference data of which nobody is told; counts ``schemes``, ``versions`` and ``same``.

    Raises:
        FileRefused: a version that was published says something else now. It needs a new first day.
    """
    counted: Counter = Counter()
    for place, told in enumerate(schemes):
        scheme = Scheme.objects.select_related("opportunity").filter(code=told.code).first()
        if scheme is None:
            unit = unit_of_buyer(told.issuer, at=at)
            scheme = begin_scheme(
                content=told.versions[-1], unit=unit, here=told.here, code=told.code, actor=PORTAL, at=at
            )
            counted["schemes"] += 1
        counted += _keep_versions(scheme, told, f"schemes[{place}]", at)
    return counted


def _keep_versions(scheme, told, place, at):
    counted: Counter = Counter()
    known = dict(scheme.versions.values_list("effective_from", "fingerprint"))
    for number, content in enumerate(told.versions):
        before = known.get(content.effective_from)
        if before is None:
            make_public(scheme, keep_version(scheme, content), actor=PORTAL, at=at, quietly=True)
            counted["versions"] += 1
        elif before == content.fingerprint:
            counted["same"] += 1
        else:
            where = f"{place}.versions[{number}].effective_from"
            raise FileRefused(
                [(where, "this version was published with other words; give the new one a later first day")]
            )
    return counted
