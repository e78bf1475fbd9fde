"""Reads of advisers: cards, the list with its filters, one's own profile, hours left."""

from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import ADVICE
from virtualclusters.areas.advice.models import Session
from virtualclusters.areas.advice.models.choices import FeeBand
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.fields import UNKNOWN
from virtualclusters.ui.formatters import number
from virtualclusters.ui.languages import OWN_NAMES


def adviser_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": detail.get_fee_band_display(), "line": languages_in_words(detail.languages)}


def languages_in_words(codes) -> str:
    """Languages in their own scripts."""
    return ", ".join(OWN_NAMES.get(code, code) for code in codes)


def advisers(at):
    """The profiles that stand open, with all that their cards show."""
    rows = Opportunity.objects.open_at(at).filter(kind=ADVICE)
    return rows.select_related("adviser", "unit__organisation")


def advisers_listed(*, at, words="", spoken="", free=False, remote=False):
    """Profiles for the list, the newest first. ``words`` are read into sectors and skills; unknown words find nothing away."""
    rows = advisers(at).order_by("-published_at", "-pk")
    if spoken:
        rows = rows.filter(adviser__languages__contains=[spoken])
    if free:
        rows = rows.filter(adviser__fee_band=FeeBand.FREE)
    if remote:
        rows = rows.filter(remote=True)
    named = {found.concept_id for found in reading.read(words).named} if words else set()
    if named:
        rows = rows.filter(pk__in=OpportunityConcept.objects.filter(concept__in=named).values("opportunity"))
    elif words:
        rows = rows.filter(title__icontains=words)
    return rows


def own_profile(actor, opportunity_id):
    """A profile of the actor's own organisations.

    Raises:
        NotFound: there is none, or it is another's.
    """
    found = own_profiles(actor).filter(pk=opportunity_id).first()
    if found is None:
        raise NotFound
    return found


def own_profiles(actor):
    """The profiles of the actor's organisations, the current one first."""
    own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    rows = Opportunity.objects.filter(kind=ADVICE, unit__organisation__in=own, adviser__isnull=False)
    return rows.select_related("adviser", "unit__organisation").order_by("-adviser__is_current", "-pk")


def hours_this_month(unit_ids, *, at) -> dict[int, Decimal]:
    """Hours that the people of adviser units gave since the first of the month, by unit. One query."""
    today = day_in_india(at)
    given = Session.objects.filter(
        engagement__opportunity__unit__in=unit_ids, held_on__gte=date(today.year, today.month, 1), held_on__lte=today
    )
    counted = given.order_by().values_list("engagement__opportunity__unit").annotate(hours=Sum("hours"))
    return dict(counted)


def unknown_districts(detail) -> list[str]:
    """Names that were typed before districts were checked, and that the directory does not have: she should write them anew."""
    return [name for state, name in detail.districts if state == UNKNOWN]


def load_in_words(detail, given) -> str:
    """How many of the month's hours are left, in words."""
    left = max(Decimal(0), detail.hours_a_month - (given or Decimal(0)))
    return _("%(left)s of %(all)s hours left this month") % {
        "left": number(int(left)),
        "all": number(detail.hours_a_month),
    }
