"""What a lender reads of a unit beside its papers: the profile as it stood when she applied, kept with the dossier."""

from virtualclusters.areas.finance.models import Purpose
from virtualclusters.network.organisations.facts import latest_check_ins


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
