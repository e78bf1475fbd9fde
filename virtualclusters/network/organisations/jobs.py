"""What the clock does for organisations every day."""

from datetime import timedelta

from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.network.organisations.models import Invitation, Membership, Organisation, Role, Unit
from virtualclusters.network.organisations.notices import PROFILE_ENDS
from virtualclusters.network.organisations.profile_time import REMINDED_BEFORE


@job(name="organisations.remind_of_expiry", cron="30 4 * * *")
def remind_of_expiry(*, at):
    """Every day at 10:00 IST: tell owners and managers whose profile ends in 30 or 7 days."""
    for before in REMINDED_BEFORE:
        day = timedelta(days=1)
        ending = Unit.objects.expiring(after=at + before - day, until=at + before).select_related("organisation")
        for unit in ending.order_by("pk").iterator(chunk_size=500):
            _remind(unit, days=before.days, at=at)


def _remind(unit, *, days, at):
    deciders = Membership.objects.live().filter(organisation=unit.organisation_id, role__in=[Role.OWNER, Role.MANAGER])
    notify(
        people_ids=list(deciders.values_list("person", flat=True)),
        key=PROFILE_ENDS,
        variables={"firm": str(unit), "days": str(days)},
        at=at,
        about="/workspace/",
        dedupe_key=f"profile_ends:{unit.pk}:{unit.expires_at:%Y%m%d}:{days}",
    )


@job(name="organisations.forget_unanswered", cron="20 21 * * *")
def forget_unanswered(*, at):
    """Every night: invitations that ran out are answered with no; what a helper registered and nobody claimed is closed."""
    ended = Invitation.objects.filter(answered_at=None, expires_at__lte=at)
    Organisation.objects.filter(
        pk__in=ended.values("organisation"), claimed_at=None, registered_by__isnull=False
    ).update(closed_at=at)
    ended.update(answered_at=at, accepted=False)
