"""Writing what a scheme says: a draft, its publication, and what holds today put into the opportunity."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from virtualclusters.areas.schemes.content import Content
from virtualclusters.areas.schemes.models import Scheme, SchemeFigure, SchemeRule, SchemeText, SchemeVersion
from virtualclusters.areas.schemes.permissions import SchemePermission
from virtualclusters.areas.schemes.slugs import SCHEME, SCHEME_HERE
from virtualclusters.areas.schemes.versions import begun_last
from virtualclusters.exchange.opportunities.operations import put, record_of
from virtualclusters.exchange.rules.models import Rule as RuleRow
from virtualclusters.exchange.rules.queries import as_value
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india, end_of_day_in_india
from virtualclusters.matching.rules import contradictions
from virtualclusters.network.organisations.models import OrganisationKind, Unit


@transaction.atomic
def write_draft(*, content: Content, actor, at, scheme_id=None, unit_id=None, here=False) -> SchemeVersion:
    """Keep what a scheme's next version is to say, in place of an earlier draft; without ``scheme_id`` a new scheme begins.

    From the first day of a published version it is a correction of that one.

    Args:
        unit_id: the office's unit, for a new scheme.
        here: one applies in the portal, and the office decides here.

    Raises:
        NotFound: the actor does not write for that office.
        Refused: two of the rules cannot both be met.
    """
    _refuse_contradiction(content, at)
    scheme = (
        _own(actor, scheme_id)
        if scheme_id
        else begin_scheme(content=content, unit=_own_unit(actor, unit_id), here=here, code="", actor=actor, at=at)
    )
    scheme.versions.filter(published_at=None).delete()
    return keep_version(scheme, content)


def begin_scheme(*, content, unit, here, code, actor, at) -> Scheme:
    """A scheme without a version: an opportunity that nobody sees yet."""
    text = content.texts[content.language]
    opportunity = put(
        kind=SCHEME_HERE if here else SCHEME,
        unit=unit,
        title=text.name,
        summary=text.benefits,
        language=content.language,
        concepts=(),
        clusters=(),
        published_at=None,
        remote=True,
        unread_words=[],
        actor=actor,
        at=at,
    )
    return Scheme.objects.create(opportunity=opportunity, code=code or f"own-{opportunity.pk}")


def keep_version(scheme, content: Content) -> SchemeVersion:
    """Write a version's rows: the next version, or a further revision of the published one that begins on the same day."""
    number, revision = _next_number(scheme, content.effective_from)
    version = SchemeVersion.objects.create(
        scheme=scheme,
        number=number,
        revision=revision,
        fingerprint=content.fingerprint,
        **content.columns,
    )
    SchemeText.objects.bulk_create(
        SchemeText(
            version=version,
            language=language,
            name=text.name,
            benefits=text.benefits,
            how_to_apply=text.how_to_apply,
            documents=list(text.documents),
        )
        for language, text in content.texts.items()
    )
    SchemeFigure.objects.bulk_create(
        SchemeFigure(version=version, kind=one.kind, value=one.value, checked=one.checked) for one in content.figures
    )
    SchemeRule.objects.bulk_create(_rule_row(version, one) for one in content.conditions)
    return version


def _next_number(scheme, first_day):
    same = scheme.versions.published().filter(effective_from=first_day).values_list("number", flat=True).first()
    if same is None:
        return (scheme.versions.aggregate(most=Max("number"))["most"] or 0) + 1, 1
    return same, scheme.versions.filter(number=same).aggregate(most=Max("revision"))["most"] + 1


def _rule_row(version, condition):
    rule = condition.rule
    value = list(rule.value) if isinstance(rule.value, tuple) else rule.value
    return SchemeRule(
        version=version,
        fact=rule.fact,
        operator=str(rule.operator),
        value=_plain(value),
        hard=rule.hard,
        source=rule.source,
        checked=condition.checked,
    )


def _plain(value):
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if value is None:
        return True
    return value if isinstance(value, str | bool | int) else str(value)


@transaction.atomic
def publish_version(*, version_id, actor, at) -> SchemeVersion:
    """Publish a draft. It holds from its own day; what held until then ends on the day before.

    Raises:
        NotFound: there is no such draft, or the actor does not write for that office.
        Refused: its last day is over.
    """
    version = SchemeVersion.objects.filter(pk=version_id, published_at=None).first()
    if version is None:
        raise NotFound
    scheme = _own(actor, version.scheme_id)
    if version.effective_to and version.effective_to < day_in_india(at):
        raise Refused("over_already", _("The last day of this version is over."), _("Write another last day."))
    return make_public(scheme, version, actor=actor, at=at)


def make_public(scheme, version, *, actor, at, quietly=False) -> SchemeVersion:
    """Publish a version and let what holds today stand; ``quietly``: as reference data, of which nobody is told.

    What was published from the same day on is kept as the earlier wording, and this one says when it was corrected.
    """
    same = scheme.versions.published().filter(effective_from=version.effective_from)
    if same.update(replaced_by=version):
        version.corrected_on = day_in_india(at)
    version.published_at, version.published_by = at, actor.person
    version.save(update_fields=["published_at", "published_by", "corrected_on"])
    bring_into_force(scheme, actor=actor, at=at, quietly=quietly)
    return version


def bring_into_force(scheme, *, actor, at, quietly=False) -> bool:
    """Put what holds on this day into the opportunity: title, words, last day and rules. Whether anything changed."""
    version = begun_last(scheme.versions.published(), day_in_india(at))
    if version is None or version.pk == scheme.in_force_id:
        return False
    opportunity, is_first = scheme.opportunity, scheme.opportunity.published_at is None
    text = version.texts.get(language=version.language)
    opportunity.title, opportunity.summary, opportunity.language = text.name, text.benefits, version.language
    opportunity.closes_at = end_of_day_in_india(version.effective_to) if version.effective_to else None
    opportunity.published_at = opportunity.published_at or at
    opportunity.save(update_fields=["title", "summary", "language", "closes_at", "published_at"])
    _put_rules(opportunity, version)
    scheme.in_force = version
    scheme.save(update_fields=["in_force"])
    record_of(_event(opportunity, is_first, quietly, at), opportunity, actor=actor, at=at)
    return True


def _event(opportunity, is_first, quietly, at):
    if quietly or not opportunity.is_open(at):
        return "opportunity.updated"
    return "opportunity.published" if is_first else "opportunity.changed"


def _put_rules(opportunity, version):
    RuleRow.objects.filter(opportunity=opportunity).delete()
    RuleRow.objects.bulk_create(_rules_of(version, opportunity))


def rules_as_values(version) -> list:
    """The rules of a version as the evaluator takes them; read them before with ``prefetch_related("rules")``."""
    return [as_value(row) for row in _rules_of(version)]


def _rules_of(version, opportunity=None):
    return [
        RuleRow(
            opportunity=opportunity,
            fact=rule.fact,
            operator=rule.operator,
            value=rule.value,
            hard=rule.hard,
            source=rule.source,
            version=str(version.number),
            effective_from=version.effective_from,
        )
        for rule in version.rules.all()
    ]


def _refuse_contradiction(content, at):
    found = contradictions([one.rule for one in content.conditions], at)
    if found:
        about = ", ".join(str(one.rules[0].about.label) for one in found)
        raise Refused(
            "rules_contradict",
            _("No unit can meet these rules together: %(about)s.") % {"about": about},
            _("Leave out or change one of them."),
        )


def offices_of(actor):
    """Units for which the actor writes schemes: her organisation's; for the administrator also those of offices not here yet."""
    own = Unit.objects.working().filter(
        organisation__in=actor.organisations_where(SchemePermission.SCHEME_WRITE),
        organisation__claimed_at__isnull=False,
    )
    if actor.organisation and actor.organisation.kind == OrganisationKind.ADMINISTRATOR:
        return own | Unit.objects.working().filter(
            organisation__claimed_at=None, opportunities__kind__in=(SCHEME, SCHEME_HERE)
        )
    return own


def own_schemes(actor):
    """Schemes whose versions the actor writes."""
    return Scheme.objects.filter(opportunity__unit__in=offices_of(actor).values("pk"))


def _own(actor, scheme_id) -> Scheme:
    locked = own_schemes(actor).select_for_update(of=("self",))
    found = locked.select_related("opportunity__unit__organisation").filter(pk=scheme_id).first()
    if found is None or not actor.may_somewhere(SchemePermission.SCHEME_WRITE):
        raise NotFound
    return found


def _own_unit(actor, unit_id) -> Unit:
    unit = offices_of(actor).filter(pk=unit_id, organisation__claimed_at__isnull=False).first()
    if unit is None:
        raise NotFound
    return unit
