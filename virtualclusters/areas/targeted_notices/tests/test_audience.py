"""An audience is exactly those of whom all holds that it names."""

from datetime import timedelta

import pytest

from tests.factories import give_concept, make_cluster, make_concept, make_organisation, make_unit
from virtualclusters.areas.targeted_notices.audience import Audience, read_audience, units_of
from virtualclusters.areas.targeted_notices.counting import Hidden, remember_told, size_of
from virtualclusters.areas.targeted_notices.operations.receiving import be_found
from virtualclusters.areas.targeted_notices.tests.sending import NOW, make_reader, make_sender
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind, YearlyCheckIn

pytestmark = pytest.mark.django_db
NASHIK = {"district": "Nashik", "state": "MH", "pin": "422001"}


@pytest.fixture
def sender():
    return make_sender()


def found(audience, sender):
    return list(units_of(audience, sender_id=sender.organisation_id, at=NOW))


def test_each_thing_named_narrows_and_all_must_hold(sender):
    pickles, drying = make_concept("pickles"), make_concept("drying")
    fits, _owner = make_reader(pickles, **NASHIK)
    give_concept(fits, drying, ConceptRole.NEEDS)
    make_reader(pickles, district="Pune", state="MH")
    make_reader(drying, **NASHIK)
    cluster = make_cluster(units=[fits])

    asked = {
        "concepts": (pickles.pk,),
        "needs": (drying.pk,),
        "state": "MH",
        "districts": (("MH", "Nashik"),),
        "cluster": cluster.pk,
    }

    assert found(Audience(**asked), sender) == [fits]


def test_what_a_unit_only_needs_is_not_what_it_makes(sender):
    pickles = make_concept("pickles")
    unit, _owner = make_reader(**NASHIK)
    give_concept(unit, pickles, ConceptRole.NEEDS)

    assert (found(Audience(concepts=(pickles.pk,)), sender), found(Audience(needs=(pickles.pk,)), sender)) == (
        [],
        [unit],
    )


def test_who_does_not_show_or_is_no_enterprise_is_never_in_it(sender):
    unit, _owner = make_reader(**NASHIK)
    make_unit(organisation=make_organisation(claimed=False), at=NOW, **NASHIK)
    make_unit(organisation=make_organisation(kind=OrganisationKind.NGO), at=NOW, **NASHIK)
    late, _owner = make_reader(**NASHIK)
    late.expires_at = NOW - timedelta(days=1)
    late.save()

    assert found(Audience(districts=(("MH", "nashik"),)), sender) == [unit]


def test_size_is_by_the_latest_year(sender):
    grown, owner = make_reader(**NASHIK)
    micro, other = make_reader(**NASHIK)
    for unit, person, year, sales in (
        (grown, owner, 2024, "to_1cr"),
        (grown, owner, 2025, "to_50cr"),
        (micro, other, 2025, "to_1cr"),
    ):
        YearlyCheckIn.objects.create(
            organisation=unit.organisation,
            year=year,
            investment="to_1cr",
            sales=sales,
            said_at=NOW,
            said_by=person.person,
        )

    by_size = [found(Audience(sizes=(size,)), sender) for size in ("micro", "small", "medium")]

    assert by_size == [[micro], [grown], []]


def test_ownership_finds_only_who_agreed_to_be_found_by_it(sender):
    unit, owner = make_reader(**NASHIK)
    silent, _owner = make_reader(**NASHIK)
    silent.organisation.women_owned = True
    silent.organisation.save()
    be_found(owners=["women"], language="en", actor=owner, at=NOW)

    before = found(Audience(owners=("women", "minority")), sender)
    be_found(owners=[], language="en", actor=owner, at=NOW)

    assert (before, found(Audience(owners=("women",)), sender)) == ([unit], [])


def test_a_stored_audience_reads_as_it_was():
    audience = Audience(concepts=(3, 9), districts=(("MH", "Nashik"),), sizes=("micro",), cluster=4)

    assert read_audience(audience.stored()) == audience


def test_few_are_not_told_except_to_the_administrator(sender):
    for _number in range(4):
        make_reader(**NASHIK)
    administrator = make_sender(kind=OrganisationKind.ADMINISTRATOR)
    audience = Audience(districts=(("MH", "Nashik"),))

    told = [size_of(audience, actor=actor, at=NOW) for actor in (sender, administrator)]

    assert [(size.reachable, size.hidden) for size in told] == [(4, Hidden.FEW), (4, None)]


def test_who_does_not_agree_to_be_approached_is_counted_apart(sender):
    for approached in (True, True, True, True, True, False):
        make_reader(approached=approached, **NASHIK)

    size = size_of(Audience(districts=(("MH", "Nashik"),)), actor=sender, at=NOW)

    assert (size.reachable, size.without_consent, size.hidden) == (5, 1, None)


def test_a_private_group_that_differs_by_a_handful_from_what_the_directory_shows_is_not_told(sender):
    owners = [make_reader(**NASHIK)[1] for _number in range(12)]
    for owner in owners[:10]:
        be_found(owners=["women"], language="en", actor=owner, at=NOW)

    size = size_of(Audience(districts=(("MH", "Nashik"),), owners=("women",)), actor=sender, at=NOW)

    assert size.hidden == Hidden.NEAR


def test_a_private_group_that_differs_by_a_handful_from_one_told_before_is_not_told(sender):
    for _number in range(6):
        owner = make_reader(**NASHIK)[1]
        be_found(owners=["women"], language="en", actor=owner, at=NOW)
        make_reader(**NASHIK)
        make_reader(**NASHIK)
    lonely = make_reader(district="Pune", state="MH")[1]
    be_found(owners=["women"], language="en", actor=lonely, at=NOW)
    both = Audience(state="MH", owners=("women",))

    first = size_of(both, actor=sender, at=NOW)
    remember_told(both, actor=sender, at=NOW)
    second = size_of(Audience(districts=(("MH", "Nashik"),), owners=("women",)), actor=sender, at=NOW)

    assert (first.reachable, first.hidden, second.hidden) == (7, None, Hidden.NEAR)
