from datetime import timedelta

import pytest
from django.utils import translation

from tests.factories import NOON, make_member, make_organisation, make_owner, make_person, make_unit
from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import (
    CapabilityWords,
    Invitation,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
    Unit,
    UnitConcept,
)
from virtualclusters.network.organisations.operations.registering import Firm, Said
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.django_db
Part = CapabilityWords.Part
LATER = NOON + timedelta(days=1)
NEEDED = ["register", "show_profile"]


@pytest.fixture
def vocabulary(loaded_words):
    """All that the data files name."""


def concept(slug):
    return Concept.objects.get(slug=slug)


def slugs(unit, role):
    rows = UnitConcept.objects.filter(unit=unit, role=role).order_by("concept__slug")
    return list(rows.values_list("concept__slug", flat=True))


def register(person=None, *, said=None, consents=NEEDED, pin="422001", once=None):
    person = person or make_person()
    return operations.register_enterprise(
        firm=Firm(name="Sample Masala", pin=pin, language="hi"),
        said=said or {},
        owner_name="Asha Sample",
        consents=consents,
        notice="joining 2026-11",
        actor=actor_for(person),
        at=NOON,
        once=once,
    )


def test_a_registered_enterprise_shows_at_once_with_its_place_from_the_pin(vocabulary):
    organisation = register()

    unit = organisation.units.get()
    assert (unit.district, unit.state, organisation.claimed_at) == ("Nashik", "MH", NOON)
    assert list(Unit.objects.shown(LATER)) == [unit]


def test_the_words_and_the_taps_of_an_owner_become_chips(vocabulary):
    said = {
        Part.PRODUCTS: Said("masala grinder banate hain", (concept("papad").pk,)),
        Part.NEEDS: Said("", (concept("need-loan").pk,)),
    }

    unit = register(said=said).units.get()

    assert slugs(unit, "makes") == ["papad", "spice-grinder"]
    assert slugs(unit, "needs") == ["need-loan"]


def test_registering_keeps_each_consent_and_the_notice_that_was_read(vocabulary):
    person = make_person()

    register(person, consents=[*NEEDED, "messages"])

    kept = (
        Consent.objects.filter(person=person).order_by("purpose").values_list("purpose", "given", "notice", "language")
    )
    assert list(kept) == [
        (purpose, True, "joining 2026-11", "hi") for purpose in ["messages", "register", "show_profile"]
    ]


def test_the_same_form_sent_twice_registers_one_organisation(vocabulary):
    person = make_person()

    first, second = register(person, once="a" * 32), register(person, once="a" * 32)

    assert (first.pk, Organisation.objects.count()) == (second.pk, 1)


def test_without_a_needed_consent_nothing_is_kept(vocabulary):
    with pytest.raises(Refused) as refusal:
        register(consents=["register"])

    assert (refusal.value.code, Organisation.objects.count()) == ("consent_needed", 0)


def test_a_pin_code_that_does_not_exist_is_refused(vocabulary):
    with pytest.raises(Refused) as refusal:
        register(pin="999999")

    assert refusal.value.code == "no_such_pin"


def test_registering_is_an_event_without_personal_text(vocabulary):
    organisation = register()

    event = Event.objects.get(code="organisation.registered")
    assert (event.subject_id, event.dimensions) == (
        organisation.pk,
        {"kind": "enterprise", "state": "MH", "language": "hi", "by_helper": False},
    )


@pytest.mark.parametrize(
    "kind", [kind for kind in OrganisationKind.values if kind not in ("administrator", "enterprise")]
)
def test_every_other_kind_registers(vocabulary, kind):
    person = make_person()

    organisation = operations.register_organisation(
        firm=Firm(name="Sample", pin="411001", language="en", kind=kind),
        about="",
        owner_name="Asha",
        consents=NEEDED,
        notice="joining 2026-11",
        actor=actor_for(person),
        at=NOON,
    )

    assert (organisation.kind, organisation.units.count(), organisation.memberships.get().role) == (kind, 1, "owner")


def test_nobody_makes_herself_an_administrator(vocabulary):
    firm = Firm(name="Sample", pin="411001", language="en", kind=OrganisationKind.ADMINISTRATOR)

    with pytest.raises(Refused) as refusal:
        operations.register_organisation(
            firm=firm, about="", owner_name="", consents=NEEDED, notice="n", actor=actor_for(make_person()), at=NOON
        )

    assert refusal.value.code == "not_by_oneself"


def helper():
    return make_member(make_organisation(kind=OrganisationKind.NGO), role=Role.COORDINATOR)


def register_for(owner_phone="+919800000001", *, actor=None, once=None):
    return operations.register_for_owner(
        firm=Firm(name="Sample Papad", pin="411001", language="hi"),
        said={Part.PRODUCTS: Said("papad")},
        owner_name="Rani Sample",
        owner_phone=owner_phone,
        actor=actor or helper(),
        at=NOON,
        once=once,
    )


def test_what_a_helper_registers_does_not_show_until_the_owner_says_yes(vocabulary):
    organisation = register_for()
    invitation = Invitation.objects.get()
    assert list(Unit.objects.shown(LATER)) == []

    operations.claim(
        invitation_id=invitation.pk,
        purposes=NEEDED,
        notice="joining 2026-11",
        actor=actor_for(invitation.person),
        at=NOON,
    )

    assert list(Unit.objects.shown(LATER)) == [organisation.units.get()]
    assert Membership.objects.get(organisation=organisation).person.name == "Rani Sample"


def test_the_owner_is_asked_by_one_message_in_her_language(vocabulary):
    register_for()

    told = Notification.objects.get()
    assert (told.person.phone, told.person.language, told.key) == ("+919800000001", "hi", "organisation.owner_asked")


def test_nobody_but_the_owner_claims_what_was_registered_for_her(vocabulary):
    register_for()

    with pytest.raises(NotFound):
        operations.claim(
            invitation_id=Invitation.objects.get().pk,
            purposes=NEEDED,
            notice="n",
            actor=actor_for(make_person()),
            at=NOON,
        )


def test_an_owner_who_says_no_closes_what_was_registered_for_her(vocabulary):
    organisation = register_for()
    invitation = Invitation.objects.get()

    operations.decline(invitation_id=invitation.pk, actor=actor_for(invitation.person), at=NOON)

    organisation.refresh_from_db()
    assert (organisation.closed_at, organisation.claimed_at) == (NOON, None)


def test_an_owner_who_answers_after_thirty_days_is_told_there_is_nothing(vocabulary):
    register_for()
    invitation = Invitation.objects.get()

    with pytest.raises(NotFound):
        operations.claim(
            invitation_id=invitation.pk,
            purposes=NEEDED,
            notice="n",
            actor=actor_for(invitation.person),
            at=NOON + timedelta(days=31),
        )


def test_an_enterprise_owner_may_not_register_others(vocabulary):
    with pytest.raises(NotFound):
        register_for(actor=make_owner(make_unit()))


def test_new_words_replace_only_the_chips_that_words_gave(vocabulary):
    unit = make_unit()
    owner = make_owner(unit)
    by = {"unit_id": unit.pk, "part": Part.PRODUCTS, "actor": owner, "at": NOON}
    operations.describe(words="mango pickle, papad", language="en", **by)
    operations.add_concept(concept_id=concept("honey").pk, **by)

    operations.describe(words="bread", language="en", **by)

    assert slugs(unit, "makes") == ["bread", "honey"]


def test_a_chip_taken_away_is_not_read_from_the_words_again(vocabulary):
    unit = make_unit()
    by = {"unit_id": unit.pk, "part": Part.PRODUCTS, "actor": make_owner(unit), "at": NOON}
    operations.describe(words="honey, papad", language="en", **by)
    operations.correct_chips(concept_ids=[concept("papad").pk], **by)

    operations.describe(words="papad, honey, bread", language="en", **by)

    assert slugs(unit, "makes") == ["bread", "papad"]


def test_editing_a_profile_renews_it(vocabulary):
    unit = make_unit(at=NOON - timedelta(days=300))

    operations.describe(
        unit_id=unit.pk, part=Part.SKILLS, words="baker", language="en", actor=make_owner(unit), at=NOON
    )

    unit.refresh_from_db()
    assert unit.expires_at == NOON + timedelta(days=365)


def test_a_profile_that_nobody_renewed_for_a_year_does_not_show():
    unit = make_unit(at=NOON)

    assert list(Unit.objects.shown(NOON + timedelta(days=364))) == [unit]
    assert list(Unit.objects.shown(NOON + timedelta(days=366))) == []


def test_capacity_is_kept_for_the_units_own_chips_only(vocabulary):
    unit, other = make_unit(), make_unit()
    by = {"part": Part.PRODUCTS, "at": NOON}
    operations.describe(unit_id=unit.pk, words="papad", language="en", actor=make_owner(unit), **by)
    operations.describe(unit_id=other.pk, words="papad", language="en", actor=make_owner(other), **by)
    own, foreign = UnitConcept.objects.get(unit=unit), UnitConcept.objects.get(unit=other)

    operations.set_capacity(
        unit_id=unit.pk, capacities={own.pk: (500, "kg"), foreign.pk: (9, "kg")}, actor=make_owner(unit), at=NOON
    )

    own.refresh_from_db()
    foreign.refresh_from_db()
    assert (own.capacity_a_month, own.capacity_unit, foreign.capacity_a_month) == (500, "kg", None)


def test_a_stranger_may_not_describe_a_unit(vocabulary):
    unit = make_unit()

    with pytest.raises(NotFound):
        operations.describe(
            unit_id=unit.pk, part=Part.SKILLS, words="x", language="en", actor=make_owner(make_unit()), at=NOON
        )


def test_the_yearly_check_in_said_again_replaces_what_was_said():
    unit = make_unit()
    owner = make_owner(unit)
    by = {"organisation_id": unit.organisation_id, "year": 2025, "actor": owner, "at": NOON}
    operations.check_in(bands={"sales": "to_40l", "profit": "loss"}, **by)

    row = operations.check_in(bands={"sales": "to_1cr"}, **by)

    assert (row.sales, row.profit, unit.organisation.check_ins.count()) == ("to_1cr", "", 1)


def test_an_invited_member_joins_with_her_own_yes():
    unit = make_unit()
    invitation = operations.invite_member(
        organisation_id=unit.organisation_id,
        contact="+919800000002",
        name="Meera",
        role=Role.MANAGER,
        actor=make_owner(unit),
        at=NOON,
    )

    membership = operations.accept(invitation_id=invitation.pk, actor=actor_for(invitation.person), at=NOON)

    assert (membership.role, membership.person.phone) == ("manager", "+919800000002")


def test_a_manager_does_not_name_an_owner():
    unit = make_unit()
    manager = make_member(unit.organisation, role=Role.MANAGER)

    with pytest.raises(Refused) as refusal:
        operations.invite_member(
            organisation_id=unit.organisation_id, contact="a@b.in", name="", role=Role.OWNER, actor=manager, at=NOON
        )

    assert refusal.value.code == "only_owner_names_owner"


@pytest.mark.parametrize("act", ["leave", "end", "demote"])
def test_the_last_owner_stays(act):
    owner = make_owner(make_unit())
    acts = {
        "leave": lambda: operations.leave(organisation_id=owner.organisation_id, actor=owner, at=NOON),
        "end": lambda: operations.end_membership(membership_id=owner.membership.pk, actor=owner, at=NOON),
        "demote": lambda: operations.change_role(
            membership_id=owner.membership.pk, role=Role.STAFF, actor=owner, at=NOON
        ),
    }

    with pytest.raises(Refused) as refusal:
        acts[act]()

    assert refusal.value.code == "last_owner"


def test_with_a_second_owner_the_first_may_leave():
    owner = make_owner(make_unit())
    make_member(owner.organisation)

    operations.leave(organisation_id=owner.organisation_id, actor=owner, at=NOON)

    assert Membership.objects.get(pk=owner.membership.pk).ended_at == NOON


def test_a_college_role_starts_fourteen_days_of_grace(vocabulary):
    college = make_organisation(kind=OrganisationKind.ACADEMIC_INSTITUTION)
    invitation = operations.invite_member(
        organisation_id=college.pk,
        contact="x@sample.in",
        name="",
        role=Role.STAFF,
        actor=make_member(college),
        at=NOON,
    )

    membership = operations.accept(invitation_id=invitation.pk, actor=actor_for(invitation.person), at=NOON)

    membership.person.refresh_from_db()
    assert membership.person.second_factor_due_at == NOON + timedelta(days=14)


def test_closing_an_organisation_hides_its_units():
    unit = make_unit()

    operations.close_organisation(organisation_id=unit.organisation_id, actor=make_owner(unit), at=NOON)

    assert list(Unit.objects.shown(LATER)) == []


def test_refusals_speak_the_language_of_the_page():
    owner = make_owner(make_unit())

    with translation.override("en"), pytest.raises(Refused) as refusal:
        operations.leave(organisation_id=owner.organisation_id, actor=owner, at=NOON)

    assert (refusal.value.sentence, refusal.value.change) == (
        "An organisation always needs an owner.",
        "Make somebody else owner first.",
    )
