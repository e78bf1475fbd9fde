"""Sample applications for loans, each taken to its stage by the real verbs: asked back, visited, declined and mended, paid out."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from virtualclusters.areas.finance.applications.operations import applying, deciding, ending, paying, working
from virtualclusters.areas.finance.applications.operations.applying import Asked
from virtualclusters.areas.finance.models import LoanApplication
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.wallet.queries import current_papers
from virtualclusters.config.samples.making import actor_of, once, organisation_of, unit_of
from virtualclusters.config.samples.tables import before, table
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Role

READ_FOR = timedelta(days=120)
LENDERS = {"bank": Role.OFFICER, "cooperative": Role.OWNER}


def load_applications(now):
    """Send each, and take its steps."""
    for row in table("applications"):
        once(f"loan_application:{row['key']}", partial(_send, row, now), now=now)


def _send(row, now):
    owner, unit, at = actor_of(row["by"]), unit_of(row["by"]), before(now, row)
    packages = [_package(key) for key in row["at"]]
    earlier = LoanApplication.objects.filter(engagement__lead=unit, decline__isnull=False).last()
    sent = applying.apply(
        shown_until={package.pk: day_in_india(at + READ_FOR) for package in packages},
        unit_id=unit.pk,
        asked=Asked(Decimal(row["amount"]), row["months"], row["purpose"], row["facility"], row["words"]),
        paper_ids=[paper.pk for paper in current_papers(owner.organisation.wallet_id) if not paper.is_refused],
        actor=owner,
        at=at,
        earlier_id=earlier.pk if row.get("again") else None,
    )
    for step in row["steps"]:
        _take(step, _meant(step, sent), owner, now)


def _package(key):
    told = next(one for one in table("lending")["packages"] if one["key"] == key)
    return Opportunity.objects.get(kind=PACKAGE, unit=unit_of(told["by"]), title=told["said"]["title"])


def _meant(step, sent):
    """The application of the lender that a step names; the only one when it names none."""
    if "to" not in step:
        return sent[0]
    lender = organisation_of(step["to"])
    return next(one for one in sent if one.engagement.opportunity.unit.organisation_id == lender.pk)


def _take(step, application, owner, now):
    lender = application.engagement.opportunity.unit.organisation
    key = next(key for key in LENDERS if organisation_of(key) == lender)
    verb, facts = _STEPS[step["do"]](step, application, now)
    actor = owner if step["do"] in ("accept", "withdraw") else actor_of(key, role=LENDERS[key])
    verb(application_id=application.pk, actor=actor, at=before(now, step), **facts)


def _move(step, _application, _now):
    return working.move, {"stage": step["stage"]}


def _ask(step, _application, _now):
    return working.ask_back, {"words": step["words"], "paper_kind": step["paper_kind"]}


def _visit(step, application, now):
    place = application.engagement.lead.district
    return working.plan_visit, {"planned_at": now - timedelta(days=step["planned_days_ago"]), "place": place}


def _visited(step, application, now):
    visit = application.visits.get()
    return working.note_visit, {"visit_id": visit.pk, "done_on": day_in_india(visit.planned_at), "note": ""}


def _decline(step, _application, now):
    back = day_in_india(now - timedelta(days=step["back_days_ago"]))
    return deciding.decline, {"reason": step["reason"], "way_to_fix": step["way_to_fix"], "come_back_on": back}


def _sanction(step, _application, _now):
    facts = {"amount": Decimal(step["amount"]), "rate_percent": Decimal(step["rate"]), "term": step["months"]}
    return deciding.sanction, facts | {"words": step["words"]}


def _accept(_step, _application, _now):
    return ending.accept, {"keep_ids": []}


def _withdraw(step, _application, _now):
    return ending.withdraw, {"reason": step["reason"]}


def _pay(step, _application, now):
    return paying.pay_out, {"amount": Decimal(step["amount"]), "paid_on": day_in_india(before(now, step))}


_STEPS = {
    "move": _move,
    "ask": _ask,
    "visit": _visit,
    "visited": _visited,
    "decline": _decline,
    "sanction": _sanction,
    "accept": _accept,
    "withdraw": _withdraw,
    "pay": _pay,
}
