"""People, organisations and cases for the tests of verification. All names are invented."""

from io import BytesIO
from itertools import count

import pytest

from tests.factories import NOON, make_member, make_organisation, make_person, make_unit
from virtualclusters.capabilities.files.models import File
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.verification import operations

_numbers = count(1)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Papers of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path


def person_named(name, **facts):
    """A person whose number is proven."""
    return make_person(name=name, phone_verified_at=NOON, **facts)


def organisation_named(
    name, *, kind=OrganisationKind.ENTERPRISE, owner=None, state="MH", pin="411001", role=Role.OWNER
):
    """An organisation with one unit and, when given, its owner."""
    made = make_organisation(name=name, kind=kind)
    make_unit(organisation=made, state=state, pin=pin, district="", latitude=None, longitude=None)
    if owner:
        make_member(made, role=role, person=owner)
    return made


def actor_at(organisation, *, name="Asha", role=Role.OWNER, **facts):
    """A person with a role there, as the actor she is."""
    return make_member(organisation, role=role, person=person_named(name, **facts))


def state(owner, kind="udyam", text=None, at=NOON):
    """State a number; a Udyam number of the owner's own state is made up when none is given."""
    text = text or f"UDYAM-MH-12-{next(_numbers):07}"
    return operations.state_identifier(organisation_id=owner.organisation_id, kind=kind, text=text, actor=owner, at=at)


def send_paper(identifier, owner, *, at=NOON, checked=True, content=None):
    """Send a paper for a number; its check in quarantine is taken as done."""
    upload = BytesIO(content or f"paper {identifier.pk}".encode())
    upload.name = "certificate.pdf"
    case = operations.attach_evidence(identifier_id=identifier.pk, upload=upload, actor=owner, at=at)
    if checked:
        File.objects.filter(pk=case.identifier.evidence_id).update(state=File.State.CHECKED, kind="pdf", checked_at=at)
    return case


def open_number_case(name="Sharma Honey Farm", *, at=NOON, pin="411001"):
    """A new organisation whose Udyam number waits for a verifier."""
    owner = actor_at(organisation_named(name, pin=pin), name=f"Owner of {name}")
    return send_paper(state(owner, at=at), owner, at=at)


@pytest.fixture
def owner(db):
    return actor_at(organisation_named("Sharma Honey Farm"))


@pytest.fixture
def institution(db):
    return organisation_named(
        "Institute for Small Business", kind=OrganisationKind.ADMINISTRATOR, pin="201309", state="UP"
    )


@pytest.fixture
def verifier(institution):
    return actor_at(institution, name="Vani", role=Role.OFFICER)


@pytest.fixture
def second_verifier(institution):
    return actor_at(institution, name="Wasim", role=Role.OFFICER)
