"""A unit's answers: read, to fill in the questions and to tell rules; kept, so that nobody asks twice."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import Item, Notice
from virtualclusters.areas.schemes.answers import OWNERS, Answers, rule_facts
from virtualclusters.areas.schemes.models import SchemeAnswers, Started
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.rules.queries import laid_over, rule_facts_of
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import CapabilityWords, ConceptRole, Unit, UnitConcept
from virtualclusters.network.organisations.operations.describing import describe
from virtualclusters.network.organisations.roles import OrganisationPermission

PURPOSE = Consent.Purpose.OWNERS_FOR_SCHEMES
NOTICE = Notice(
    name="owners-for-schemes",
    version="2026-11",
    items=(
        Item(
            _("Whether women, Scheduled Castes or Tribes, or a minority own the firm"),
            _("Some schemes are only for firms they own, or give them more. It is for nothing else."),
            PURPOSE,
            needed=False,
        ),
    ),
)
KEPT = ("size_class", "started", "sales", "only_trades", "had_support", "own_money")
OWN_PART = CapabilityWords.Part.PRODUCTS
_YEARS = ((1, Started.UNDER_1), (3, Started.TO_3), (5, Started.TO_5))


def known_answers(unit, *, at) -> Answers:
    """What is known of a unit already: what it answered before, else what its profile says. Four queries."""
    profile = _from_profile(unit, at)
    row = SchemeAnswers.objects.filter(unit=unit).first()
    if row is None:
        return Answers(**profile)
    said = {name: getattr(row, name) for name in (*KEPT, *OWNERS) if getattr(row, name) not in ("", None)}
    return Answers(**{**profile, **said})


def _from_profile(unit, at):
    organisation = unit.organisation
    check_in = latest_check_ins([unit.organisation_id]).get(unit.organisation_id)
    size = str(size_class_of(check_in, at=at) or "")
    words = CapabilityWords.objects.filter(unit=unit, part=OWN_PART).values_list("words", flat=True).first()
    makes = UnitConcept.objects.filter(unit=unit, role=ConceptRole.MAKES).values_list("concept__slug", flat=True)
    return {
        "size_class": size if size != "large" else "",
        "started": _started(organisation.started_year, at),
        "state": unit.state,
        "district": unit.district,
        "words": words or "",
        "products": tuple(sorted(makes)),
        "only_trades": None if organisation.manufactures is None else not organisation.manufactures,
        "women": organisation.women_owned,
        "sc_st": organisation.sc_st_owned,
        "sales": check_in.sales if check_in else "",
    }


def _started(year, at):
    if year is None:
        return ""
    years = day_in_india(at).year - year
    return str(next((band for most, band in _YEARS if years < most), Started.OVER_5))


@transaction.atomic
def keep_answers(*, unit_id, answers, may_keep_owners, language, actor, at):
    """Keep what a unit answered: its products as words of its profile, the rest beside it. Who owns it only with a yes to keep that.

    Raises:
        NotFound: the actor may not edit the unit.
    """
    unit = Unit.objects.for_change(actor, OrganisationPermission.PROFILE_EDIT).one(unit_id)
    profile = _from_profile(unit, at)
    if answers.words and answers.words != profile["words"]:
        describe(unit_id=unit_id, part=OWN_PART, words=answers.words, language=language, actor=actor, at=at)
    told = {name: _beyond(profile, name, answers) for name in (*KEPT, *(OWNERS if may_keep_owners else ()))}
    told |= {} if may_keep_owners else dict.fromkeys(OWNERS)
    row, _made = SchemeAnswers.objects.update_or_create(
        unit=unit,
        defaults={**told, "owners_kept_by": actor.person if may_keep_owners else None, "answered_at": at},
    )
    if may_keep_owners:
        _note_consent(actor.person, language, at)
    record("scheme_answers.kept", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state)
    return row


def _beyond(profile, name, answers):
    """An answer that the profile does not give already: what stands there is changed there, and then goes on counting."""
    value = getattr(answers, name)
    return value if profile.get(name) != value else Answers.__dataclass_fields__[name].default


def _note_consent(person, language, at):
    people.consent(person=person, purposes=[PURPOSE], notice=NOTICE.reference, language=language, channel="web", at=at)


def forget_owners(*, person, at) -> None:
    """Empty who owns the firms for which this person let it be kept."""
    SchemeAnswers.objects.filter(owners_kept_by=person).update(
        **dict.fromkeys(OWNERS), owners_kept_by=None, answered_at=at
    )


def facts_told(unit_ids) -> dict[int, dict]:
    """What units answered, as facts of rules, by unit id. One query."""
    return {row.pk: rule_facts(_row_as_answers(row)) for row in SchemeAnswers.objects.filter(unit__in=unit_ids)}


def _row_as_answers(row):
    return Answers(**{name: getattr(row, name) for name in (*KEPT, *OWNERS)})


def facts_of_unit(unit, answers: Answers | None, *, at) -> dict:
    """Facts of a unit with what was just answered laid over them."""
    known = rule_facts_of([unit.pk], at=at).get(unit.pk, {})
    return laid_over(known, rule_facts(answers) if answers else {})
