from datetime import timedelta

import pytest

from tests.factories import NOON, make_member, make_organisation, make_owner, make_person, make_unit
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.network.organisations.jobs import forget_unanswered, remind_of_expiry
from virtualclusters.network.organisations.models import Invitation, Role

pytestmark = pytest.mark.django_db


def test_deciders_are_reminded_thirty_and_seven_days_before_a_profile_ends_and_once_each():
    unit = make_unit(at=NOON)
    make_owner(unit)
    make_member(unit.organisation, role=Role.STAFF)

    for day in range(330, 366):
        for _twice in range(2):
            remind_of_expiry(at=NOON + timedelta(days=day))

    told = Notification.objects.filter(key="organisation.profile_ends").order_by("pk")
    assert [row.variables["days"] for row in told] == ["30", "7"]


def test_what_nobody_claimed_in_time_is_closed():
    helper = make_person()
    organisation = make_organisation(claimed=False, registered_by=helper)
    Invitation.objects.create(
        person=make_person(),
        organisation=organisation,
        role=Role.OWNER,
        invited_by=helper,
        invited_at=NOON,
        expires_at=NOON + timedelta(days=30),
    )
    late = NOON + timedelta(days=30)

    forget_unanswered(at=late - timedelta(seconds=1))
    organisation.refresh_from_db()
    before = organisation.closed_at
    forget_unanswered(at=late)

    organisation.refresh_from_db()
    assert (before, organisation.closed_at, Invitation.objects.get().accepted) == (None, late, False)
