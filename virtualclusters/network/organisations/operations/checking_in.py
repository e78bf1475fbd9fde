"""The yearly check-in: sales, profit, jobs and investment of a financial year, in bands; "not said" is an answer."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.network.organisations.models import Organisation, YearlyCheckIn
from virtualclusters.network.organisations.roles import OrganisationPermission


@transaction.atomic
def check_in(*, organisation_id, year, bands, actor, at):
    """Keep what is said of the financial year that began in April of ``year``; saying it again replaces it.

    Args:
        bands: ``investment``, ``sales``, ``profit`` and ``jobs`` to a band's code; empty or missing is "not said".

    Raises:
        NotFound: the actor may not say it for the organisation.
    """
    organisation = Organisation.objects.for_change(actor, OrganisationPermission.CHECK_IN_GIVE).one(organisation_id)
    said = {name: bands.get(name) or "" for name in ("investment", "sales", "profit", "jobs")}
    row, _made = YearlyCheckIn.objects.update_or_create(
        organisation=organisation, year=year, defaults={**said, "said_at": at, "said_by": actor.person}
    )
    record(
        "check_in.given",
        actor=actor,
        at=at,
        subject="organisation",
        subject_id=organisation.pk,
        year=year,
        said=sorted(name for name, band in said.items() if band),
    )
    return row
