"""Rows of one organisation that addresses can name: numbers, people, papers, searches, certificates, bookings."""

from datetime import timedelta
from io import BytesIO

from allauth.mfa.models import Authenticator

from tests.factories import make_member, make_opportunity, make_organisation, make_person
from virtualclusters.areas.purchase_plans.models import PlanDetail
from virtualclusters.areas.reviews.models import ReviewEntry
from virtualclusters.areas.trainings.models import WishDetail
from virtualclusters.areas.trainings.tests.classes import make_booking, make_class
from virtualclusters.capabilities.certificates.operations import issue
from virtualclusters.capabilities.drafts import operations as drafts
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import checked_path, receive
from virtualclusters.capabilities.files.store import drawn
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.alerts.models import SavedSearch
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.network.organisations.models import Invitation, Role
from virtualclusters.network.verification import operations as verification


def plant(side, at, *, words, number):
    """Give a side one row of everything that an address or a list can name."""
    _people(side, at, words)
    _own_things(side, at, words)
    _papers(side, at, number)
    _talk(side, at)
    opportunity, _trainer = make_class(at=at, title="Training of a third organisation")
    _booked(side, opportunity, words, at)
    _imported(side, at)
    side.rows["plan"] = _plan_of(side.unit, at)
    side.rows["wish"] = _wish_of(side.unit, at)
    side.rows["review"] = _review_of(side.actor.organisation, words, at)


def plant_class(side, at):
    """A class that the side itself gives, with one who booked."""
    opportunity, _trainer = make_class(side.actor, at=at, title="Own class")
    booking, _owner = make_booking(opportunity, "Guest of the class", at=at)
    side.rows |= {
        "class": opportunity,
        "session": opportunity.training.sessions.first(),
        "guest": booking.attendees.get(),
    }


def _people(side, at, words):
    organisation, person = side.actor.organisation, side.actor.person
    colleague = make_member(organisation, role=Role.STAFF, person=make_person(name=f"{words} colleague"), at=at)
    asking = make_organisation(name="An organisation that asks", at=at)
    side.rows |= {
        "colleague": colleague.membership,
        "invitation": Invitation.objects.create(
            person=person,
            organisation=asking,
            role=Role.STAFF,
            invited_by=make_member(asking, at=at).person,
            invited_at=at,
            expires_at=at + timedelta(days=14),
        ),
    }
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.RECOVERY_CODES, data={"seed": words, "used_mask": 0}
    )


def _own_things(side, at, words):
    person = side.actor.person
    drafts.save(form="publish", subject="offer", person=person, values={"title": f"{words} begun"}, at=at)
    side.rows |= {
        "published": make_opportunity(
            unit=side.unit, title="What all may see", at=at, closes_at=at + timedelta(days=9)
        ),
        "search": SavedSearch.objects.create(
            person=person, source="opportunities", text=f"{words} search", saved_at=at, last_sent_at=at
        ),
        "authenticator": Authenticator.objects.create(
            user=person, type=Authenticator.Type.WEBAUTHN, data={"name": f"{words} key", "credential": {}}
        ),
        "certificate": issue(
            title="Safe honey processing",
            statement="has completed the training",
            holder_name="Asha Sample",
            issuer="Food Institute",
            language="en",
            at=at,
            holder=person,
        ),
    }


def _papers(side, at, number):
    stated = verification.state_identifier(
        organisation_id=side.actor.organisation_id, kind="udyam", text=number, actor=_decider(side, at), at=at
    )
    upload = BytesIO(f"paper {number}".encode())
    upload.name = "certificate.pdf"
    case = verification.attach_evidence(identifier_id=stated.pk, upload=upload, actor=_decider(side, at), at=at)
    _pass_quarantine(case.identifier.evidence, at)
    _draw_page(case.identifier.evidence)
    side.rows |= {"identifier": stated, "case": case}


def _decider(side, at):
    return make_member(side.actor.organisation, at=at)


def _talk(side, at):
    engagement = side.rows["engagement"]
    upload = BytesIO(f"photo of talk {engagement.pk}".encode())
    upload.name = "photo.pdf"
    sent = receive(upload, person=side.actor.person, purpose="evidence", at=at)
    _pass_quarantine(sent, at)
    Post.objects.create(thread_id=engagement.thread_id, author=side.actor.person, language="en", file=sent, sent_at=at)
    side.rows |= {"file": sent, "figure": Measure.objects.filter(engagement=engagement).first()}


def _draw_page(file):
    """Take its first page as drawn."""
    File.objects.filter(pk=file.pk).update(pages_drawn=1)
    drawn(file.stored_as, 1).write_bytes(b"a picture")


def _pass_quarantine(file, at, *, kind="pdf", content=b"%PDF-1.7"):
    """Take a file as checked, its bytes where checked files lie."""
    File.objects.filter(pk=file.pk).update(state=File.State.CHECKED, kind=kind, checked_at=at)
    file.refresh_from_db()
    path = checked_path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _booked(side, opportunity, words, at):
    booking, _owner = make_booking(opportunity, f"{words} comer", at=at, comer=(side.unit, _decider(side, at)))
    side.rows |= {"booking": booking, "comer": booking.attendees.get()}


def _imported(side, at):
    """A file that a person of the side brought in, with one line that could not be taken."""
    side.rows["import"] = brought = Import.objects.create(
        person=side.actor.person,
        spec="tenders",
        file=_table_of(side.actor.person, at),
        layout={"kind": "csv", "headings": ["title", "value"], "line": 1, "encoding": "utf-8"},
        state=Import.State.DONE,
        rows_in_file=1,
        refused=1,
        last_line=2,
        created_at=at,
        finished_at=at,
    )
    ImportRow.objects.create(
        of=brought,
        line=2,
        outcome="refused",
        values={"title": "A title"},
        problems=[{"field": "title", "code": "empty"}],
    )


def _table_of(person, at):
    upload = BytesIO(b"title,value\nA title,5\n")
    upload.name = "notices.csv"
    sent = receive(upload, person=person, purpose="table", at=at)
    _pass_quarantine(sent, at, kind="text", content=b"title,value\nA title,5\n")
    return sent


def _review_of(organisation, words, at):
    return ReviewEntry.objects.create(
        by="institution",
        organisation=organisation,
        figures={"too_few": True},
        seen=words,
        decided=words,
        no_rule_because=words,
        written_by=make_person(name="An administrator's person"),
        written_at=at,
        language="en",
    )


def _wish_of(unit, at):
    wish = make_opportunity(kind="training_wish", unit=unit, title="Hygiene for eight people", at=at)
    WishDetail.objects.create(opportunity=wish, people=8)
    return wish


def _plan_of(unit, at):
    plan = make_opportunity(kind="purchase_plan", unit=unit, title="Jam for a year", at=at)
    PlanDetail.objects.create(opportunity=plan, financial_year=at.year)
    return plan
