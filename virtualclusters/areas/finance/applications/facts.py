"""What a lender reads of a unit beside its papers: the profile as it stood when she applied, kept with the dossier."""

from decimal import Decimal

from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import Facility, Purpose
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.bands import InvestmentBand, JobsBand, SalesBand
from virtualclusters.network.organisations.facts import latest_check_ins
from virtualclusters.ui.components import Row
from virtualclusters.ui.formatters import inr, long_date
from virtualclusters.ui.state_tiles import STATE_NAMES

BANDS = {"sales": SalesBand, "investment": InvestmentBand, "jobs": JobsBand}


def purpose_in_words(asked) -> str:
    """What the papers are for, as reader and owner read it: in the owner's words, else by the table."""
    return asked.words.strip()[:200] or str(Purpose(asked.purpose).label)


def facts_now(unit, asked) -> dict:
    """The profile and the wish as codes, numbers and truths; what nobody told is left out."""
    organisation = unit.organisation
    told = {
        "name": organisation.name,
        "state": unit.state,
        "district": unit.district,
        "started_year": organisation.started_year,
        "women_owned": organisation.women_owned,
        "manufactures": organisation.manufactures,
        "amount": str(asked.amount),
        "months": asked.months,
        "purpose": str(asked.purpose),
        "facility": str(asked.facility),
        **_figures(latest_check_ins({organisation.pk}).get(organisation.pk)),
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def _figures(check_in):
    if check_in is None:
        return {}
    return {name: getattr(check_in, name) for name in ("year", "sales", "investment", "jobs")}


def facts_in_words(dossier) -> list[Row]:
    """The facts of a dossier as its reader reads them."""
    told = dossier.facts
    rows = [
        (_("What for"), dossier.purpose),
        (_("How much"), inr(Decimal(told["amount"])) if "amount" in told else ""),
        (_("For what"), _chosen(Purpose, told.get("purpose"))),
        (_("Kind of credit"), _chosen(Facility, told.get("facility"))),
        (_("Place"), ", ".join(filter(None, [told.get("district"), str(STATE_NAMES.get(told.get("state"), ""))]))),
        (_("Working since"), str(told.get("started_year", ""))),
        (_("Makes goods itself"), _yes_or_no(told.get("manufactures"))),
        (_("Owned by women"), _yes_or_no(told.get("women_owned"))),
        (_("Figures of the year"), str(told.get("year", ""))),
        (_("Sales in a year"), _chosen(BANDS["sales"], told.get("sales"))),
        (_("Machines and equipment"), _chosen(BANDS["investment"], told.get("investment"))),
        (_("People at work"), _chosen(BANDS["jobs"], told.get("jobs"))),
        (_("As of"), long_date(day_in_india(dossier.facts_as_of))),
    ]
    return [Row(label, value) for label, value in rows if value]


def _chosen(choices, code):
    return str(dict(choices.choices).get(code, ""))


def _yes_or_no(value):
    return "" if value is None else _("Yes") if value else _("No")
