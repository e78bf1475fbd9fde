"""Verbs of a lender's packages: write, send for a second yes, approve or return, publish, confirm, withdraw."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import LenderSetting, PackageDetail
from virtualclusters.areas.finance.packages.wording import contradiction_in_words
from virtualclusters.areas.finance.packages.writing import detail_columns, scope_told, write_children, write_rules
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import end, record_of
from virtualclusters.exchange.opportunities.preparing import prepare, publish_prepared, rewrite
from virtualclusters.exchange.rules.queries import rules_of
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules import contradictions
from virtualclusters.network.organisations.models import Organisation

WRITE, APPROVE = PackagePermission.PACKAGE_WRITE, PackagePermission.PACKAGE_APPROVE
LANGUAGE = "en"


@transaction.atomic
def write_package(*, told, actor, at, unit_id=None, package_id=None) -> Opportunity:
    """Write a new draft of one of the lender's units, or an own draft anew; a second yes asked before is asked anew.

    Args:
        told: what ``PackageForm.columns()`` gives.

    Raises:
        NotFound: no such draft, or she does not write for that unit.
        Refused: it is published; her kind of organisation does not lend.
    """
    if package_id is None:
        draft = prepare(kind=PACKAGE, unit_id=unit_id, language=LANGUAGE, actor=actor, at=at)
    else:
        draft = locked(package_id, actor, WRITE)
    stored = scope_told(told, source=draft.unit.organisation.name, at=at)
    rewrite(
        opportunity=draft,
        concepts=[(OpportunityConcept.Role.OFFERS, concept) for concept in stored.concepts],
        title=told["title"],
        summary=told["summary"],
        closes_at=told["closes_at"],
        remote=True,
        actor=actor,
        at=at,
    )
    asked_anew = {"drafted_by": actor.person, "submitted_at": None, "approved_by": None, "approved_at": None}
    empty = dict.fromkeys(("reset_months", "prepayment_percent", "guarantee_fee_percent"))
    detail, _new = PackageDetail.objects.update_or_create(
        opportunity=draft, defaults=empty | detail_columns(told) | asked_anew
    )
    write_children(detail, told)
    write_rules(draft, stored.rules)
    return draft


@transaction.atomic
def submit_package(*, package_id, actor, at) -> PackageDetail:
    """Publish a draft; where the lender wants two persons, send it for the second yes instead.

    Raises:
        NotFound: no such draft of hers.
        Refused: its rules contradict each other; it is published already; it waits for the second yes already.
    """
    opportunity = locked(package_id, actor, WRITE)
    detail = opportunity.loan_package
    _refuse_contradictions(opportunity, at)
    if detail.submitted_at is not None and opportunity.published_at is None:
        raise Refused("waits_already", _("This waits for a second person already."))
    detail.submitted_at, detail.returned_words = at, ""
    detail.two_persons = wants_two_persons(opportunity.unit.organisation_id)
    if detail.two_persons:
        detail.save(update_fields=["submitted_at", "returned_words", "two_persons"])
        record_of("loan_package.submitted", opportunity, actor=actor, at=at)
        return detail
    return _publish(opportunity, detail, actor=actor, at=at)


@transaction.atomic
def approve_package(*, package_id, actor, at) -> PackageDetail:
    """The second person's yes: it is published.

    Raises:
        NotFound: no such package of her organisation.
        Refused: it does not wait for a yes; she wrote it herself; its rules contradict each other.
    """
    opportunity = _waiting(package_id, actor)
    _refuse_contradictions(opportunity, at)
    return _publish(opportunity, opportunity.loan_package, actor=actor, at=at)


@transaction.atomic
def return_package(*, package_id, words, actor, at) -> PackageDetail:
    """The second person sends it back with words.

    Raises:
        NotFound: no such package of her organisation.
        Refused: it does not wait for a yes; she wrote it herself.
    """
    opportunity = _waiting(package_id, actor)
    detail = opportunity.loan_package
    detail.submitted_at, detail.returned_words = None, words[:500]
    detail.save(update_fields=["submitted_at", "returned_words"])
    record_of("loan_package.returned", opportunity, actor=actor, at=at)
    return detail


@transaction.atomic
def confirm_package(*, package_id, actor, at, benchmark_percent=None) -> PackageDetail:
    """Say that all of it still holds today, if need be with today's benchmark in per cent.

    Raises:
        NotFound: no such package of hers.
        Refused: it is not published, or has ended.
    """
    opportunity = locked(package_id, actor, WRITE)
    detail = opportunity.loan_package
    if not opportunity.is_open(at):
        raise Refused("not_open", _("Only a published package can be confirmed."))
    detail.last_confirmed_on = day_in_india(at)
    if benchmark_percent is not None:
        detail.benchmark_percent, detail.benchmark_as_of = benchmark_percent, detail.last_confirmed_on
        _refuse_rate_below_nothing(detail)
    detail.save(update_fields=["last_confirmed_on", "benchmark_percent", "benchmark_as_of"])
    record_of("loan_package.confirmed", opportunity, actor=actor, at=at)
    return detail


@transaction.atomic
def withdraw_package(*, package_id, actor, at) -> Opportunity:
    """Take a published package back: nobody applies any more. Events ``opportunity.ended`` and ``loan_package.withdrawn`` tell of it.

    Raises:
        NotFound: no such package of hers.
        Refused: it is not published, or has ended.
    """
    opportunity = locked(package_id, actor, WRITE)
    if opportunity.published_at is None:
        raise Refused("not_open", _("This is not published."))
    ended = end(opportunity_id=package_id, reason=Opportunity.EndReason.WITHDRAWN, actor=actor, at=at)
    record_of("loan_package.withdrawn", opportunity, actor=actor, at=at)
    return ended


@transaction.atomic
def discard_package(*, package_id, actor, at) -> None:
    """Throw a draft away.

    Raises:
        NotFound: no such package of hers.
        Refused: it was published: then it can only be withdrawn.
    """
    opportunity = locked(package_id, actor, WRITE)
    if opportunity.published_at is not None:
        raise Refused("published_already", _("This is published already."))
    opportunity.delete()


@transaction.atomic
def set_two_persons(*, organisation_id, wanted, actor, at) -> LenderSetting:
    """Say whether a package needs the yes of a second person. Raises NotFound when she does not decide for that organisation."""
    organisation = Organisation.objects.for_change(actor, PackagePermission.LENDER_SET).one(organisation_id)
    setting, _new = LenderSetting.objects.update_or_create(organisation=organisation, defaults={"two_persons": wanted})
    return setting


def wants_two_persons(organisation_id) -> bool:
    """Whether the lender wants a second yes."""
    return LenderSetting.objects.filter(organisation=organisation_id, two_persons=True).exists()


def locked(package_id, actor, permission) -> Opportunity:
    """A package of the actor's lenders, locked. Raises NotFound when there is none."""
    own = Opportunity.objects.filter(kind=PACKAGE, unit__organisation__in=actor.organisations_where(permission))
    return own.select_for_update(of=("self",)).select_related("unit__organisation", "loan_package").one(package_id)


def _waiting(package_id, actor):
    opportunity = locked(package_id, actor, APPROVE)
    detail = opportunity.loan_package
    if detail.submitted_at is None or opportunity.published_at is not None:
        raise Refused("does_not_wait", _("This does not wait for a second person."))
    if detail.drafted_by_id == actor.person_id:
        raise Refused("own_draft", _("You wrote this yourself."), _("Ask a colleague to look at it."))
    return opportunity


def _publish(opportunity, detail, *, actor, at):
    detail.approved_by, detail.approved_at = actor.person, at
    detail.last_confirmed_on = day_in_india(at)
    detail.save()
    publish_prepared(opportunity=opportunity, actor=actor, at=at)
    return detail


def _refuse_contradictions(opportunity, at):
    found = contradictions(rules_of([opportunity.pk]).get(opportunity.pk, ()), at)
    if found:
        raise Refused(
            "contradictory_rules", contradiction_in_words(found[0]), _("Change one of them, or leave it out.")
        )


def _refuse_rate_below_nothing(detail):
    if detail.benchmark_percent + detail.spread_min < 0:
        raise Refused("rate_below_nothing", _("The rate would be below nothing."))
