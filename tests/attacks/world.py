"""Two worlds beside each other: every role in organisations of its own, and one other organisation full of secrets."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.test import Client
from django.utils import timezone

from tests.attacks.advisers import plant_advice
from tests.attacks.allocation import plant_round
from tests.attacks.buying import plant_buying
from tests.attacks.colleges import plant_college
from tests.attacks.lenders import plant_packages
from tests.attacks.loans import plant_loans
from tests.attacks.offices import plant_notices, plant_scheme
from tests.attacks.papers import plant_wallet
from tests.attacks.planting import plant, plant_class
from tests.attacks.projects import plant_project
from tests.factories import (
    give_concept,
    make_cluster,
    make_concept,
    make_member,
    make_officer,
    make_opportunity,
    make_organisation,
    make_person,
    make_unit,
)
from virtualclusters.capabilities.threads.operations import post
from virtualclusters.exchange.engagements.models import Party
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.network.actors import Actor
from virtualclusters.network.clusters.models import ClusterMembership, ClusterRole
from virtualclusters.network.organisations.models import CapabilityWords, OrganisationKind, Role, Unit

MARKER = "zqx-secret"
"""Stands in every private word of the other organisation; seen in an answer, it leaked."""
WISH = f"{MARKER} wish"
SECRET_PHONE = "+916111155555"
SECRET_FIGURE = Decimal("98765432")
SECRET_NUMBER = "UDYAM-MH-26-7654321"
OWN_FIGURE = Decimal("31")

ROLES = {
    "enterprise_owner": (OrganisationKind.ENTERPRISE, Role.OWNER),
    "enterprise_staff": (OrganisationKind.ENTERPRISE, Role.STAFF),
    "college_coordinator": (OrganisationKind.ACADEMIC_INSTITUTION, Role.COORDINATOR),
    "laboratory_manager": (OrganisationKind.TESTING_LABORATORY, Role.MANAGER),
    "expert": (OrganisationKind.EXPERT_PRACTICE, Role.OWNER),
    "bank_officer": (OrganisationKind.FINANCIAL_INSTITUTION, Role.OFFICER),
    "government_officer": (OrganisationKind.GOVERNMENT_BODY, Role.OFFICER),
    "purchase_officer": (OrganisationKind.PUBLIC_UNDERTAKING, Role.OFFICER),
    "ngo_manager": (OrganisationKind.NGO, Role.MANAGER),
    "volunteer": (OrganisationKind.VOLUNTEER_EXECUTIVE, Role.OWNER),
    "association_manager": (OrganisationKind.INDUSTRY_ASSOCIATION, Role.MANAGER),
    "administrator": (OrganisationKind.ADMINISTRATOR, Role.MANAGER),
}
CLUSTER_ROLES = {"facilitator": ClusterRole.FACILITATOR, "verifier": ClusterRole.VERIFIER}
PEOPLE = ["visitor", *ROLES, *CLUSTER_ROLES]


@dataclass
class Side:
    """One organisation's rows, as the addresses name them."""

    actor: Actor
    unit: Unit
    rows: dict = field(default_factory=dict)


def client_of(actor: Actor | None) -> Client:
    """A browser signed in as the actor, or a visitor's."""
    client = Client(raise_request_exception=False)
    if actor:
        actor.person.second_factor_due_at = timezone.now() + timedelta(days=14)
        actor.person.save(update_fields=["second_factor_due_at"])
        client.force_login(actor.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def other_side(at, cluster) -> Side:
    """An enterprise with a draft, an engagement in work, a thread, figures, words and a need, all marked."""
    owner = make_person(name=f"{MARKER} person", email=f"{MARKER}@example.com")
    owner.phone, owner.phone_verified_at = SECRET_PHONE, at
    owner.save()
    organisation = make_organisation(name="Other Sample Foods", at=at)
    unit = make_unit(organisation=organisation, address=f"{MARKER} lane", at=at)
    actor = make_member(organisation, person=owner, at=at)
    side = Side(actor, unit)
    give_concept(unit, make_concept())
    for part, words in (("products", MARKER), ("needs", WISH)):
        CapabilityWords.objects.create(unit=unit, part=part, words=words, language="en", written_at=at)
    side.rows["draft"] = make_opportunity(unit=unit, title=f"{MARKER} draft", published_at=None, at=at)
    side.rows |= {"organisation": organisation, "cluster": cluster}
    ClusterMembership.objects.create(cluster=cluster, unit=unit, joined_at=at)
    side.rows["need"] = Need.objects.create(unit=unit, words=MARKER, language="en", source="typed", stated_at=at)
    side.rows["engagement"] = engagement_of(actor, unit, at, words=MARKER, figure=SECRET_FIGURE)
    plant(side, at, words=MARKER, number=SECRET_NUMBER)
    plant_wallet(side, at, words=MARKER)
    plant_buying(side, at, words=MARKER)
    plant_college(side, at, words=MARKER)
    plant_round(side, at, words=MARKER)
    plant_advice(side, at, words=MARKER)
    plant_scheme(side, at, words=MARKER)
    plant_notices(side, at, words=MARKER)
    plant_project(side, at, words=MARKER, cluster=cluster)
    plant_packages(side, at, words=MARKER)
    plant_loans(side, at, words=MARKER)
    return side


def engagement_of(actor, unit, at, *, words, figure):
    """An engagement of a unit that is agreed, with a post, a figure and a closing word."""
    opportunity = make_opportunity(kind="requirement", at=at, closes_at=at + timedelta(days=9))
    publisher = make_member(opportunity.unit.organisation, at=at)
    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=actor, at=at)
    engagement = act(engagement_id=engagement.pk, verb="choose", actor=publisher, at=at)
    post(thread_id=engagement.thread_id, author=actor.person, words=words, language="en", at=at)
    party = Party.objects.get(engagement=engagement, side="answerer")
    Measure.objects.create(
        engagement=engagement,
        indicator="monthly_sales",
        moment="baseline",
        value=figure,
        said_by=party,
        asked_at=at,
        taken_at=at,
    )
    ClosingWord.objects.create(party=party, would_again=True, words=words, given_at=at)
    return engagement


def own_side(role, at, cluster) -> Side:
    """A role's own organisation, unit and engagement."""
    if role in CLUSTER_ROLES:
        actor = make_officer(cluster, CLUSTER_ROLES[role], at=at)
        return Side(actor, make_unit(at=at), {"cluster": cluster})
    kind, membership = ROLES[role]
    organisation = make_organisation(kind=kind, at=at)
    unit = make_unit(organisation=organisation, at=at)
    owner = make_member(organisation, at=at)
    side = Side(make_member(organisation, role=membership, at=at) if membership != Role.OWNER else owner, unit)
    side.rows |= {"organisation": organisation, "cluster": cluster}
    side.rows["draft"] = make_opportunity(unit=unit, title="Own draft", published_at=None, at=at)
    side.rows["need"] = Need.objects.create(unit=unit, words="We buy", language="en", source="typed", stated_at=at)
    side.rows["engagement"] = engagement_of(owner, unit, at, words="own words", figure=OWN_FIGURE)
    plant(side, at, words="own words", number=f"UDYAM-MH-26-{organisation.pk:07}")
    plant_wallet(side, at, words="own words")
    plant_buying(side, at, words="own words")
    plant_advice(side, at, words="own words")
    plant_scheme(side, at, words="own words")
    plant_notices(side, at, words="own words")
    if kind == OrganisationKind.FINANCIAL_INSTITUTION:
        plant_packages(side, at, words="own words")
    if kind in (OrganisationKind.FINANCIAL_INSTITUTION, OrganisationKind.ENTERPRISE):
        plant_loans(side, at, words="own words", offered=True)
    if role == "college_coordinator":
        plant_class(side, at)
        plant_college(side, at, words="own words")
        plant_round(side, at, words="own words")
    if kind in (OrganisationKind.ENTERPRISE, OrganisationKind.ACADEMIC_INSTITUTION):
        plant_project(side, at, words="own words")
    return side


def a_cluster(at):
    """The one cluster both worlds live in."""
    return make_cluster(at=at)
