"""What a package says of itself, and how its cost arises, as rows of words and figures."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.costs import Cost
from virtualclusters.areas.finance.models import Benchmark, Facility, FeeKind, Purpose, Repayment, SecurityRule, Subsidy
from virtualclusters.areas.finance.packages.lines import scope_in_words
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.ui.components import Row
from virtualclusters.ui.formatters import inr, inr_short, long_date, month_names, number


def percent(value) -> str:
    """A rate: "10.25 %", without needless zeros."""
    text = number(value, 3)
    return f"{text.rstrip('0').rstrip('.')} %"


def span(low, high) -> str:
    """One rate, or the two between which it lies."""
    told = {"low": percent(low), "high": percent(high)}
    return percent(low) if low == high else _("%(low)s to %(high)s") % told


def months(count) -> str:
    """So many months."""
    return ngettext("%(n)s month", "%(n)s months", count) % {"n": number(count)}


def rate_in_words(detail) -> str:
    """From what to what the rate goes, and out of which parts."""
    benchmark = {"what": detail.get_benchmark_display(), "rate": percent(detail.benchmark_percent)}
    benchmark |= {"day": long_date(detail.benchmark_as_of), "all": span(*rates_of(detail))}
    if detail.benchmark == Benchmark.FIXED:
        return _("%(all)s, fixed") % benchmark
    benchmark["added"] = span(detail.spread_min, detail.spread_max)
    return _("%(all)s: %(what)s, %(rate)s on %(day)s, and %(added)s") % benchmark


def rows_about(package) -> list[Row]:
    """Everything a package says, in the order in which an owner asks; what was not said is left out."""
    detail = package.detail
    told = [
        (_("What the money is for"), _chosen(Purpose, detail.purposes)),
        (_("Kinds of credit"), _chosen(Facility, detail.facilities)),
        (_("For units that make"), scope_in_words(package)),
        (_("How much"), _between(detail)),
        (_("Interest a year"), rate_in_words(detail)),
        (_("A lower rate for"), detail.concessions),
        (_("Your own part"), _margins(package)),
        (_("Time"), _time(detail)),
        (_("Instalments"), _instalments(detail)),
        (_("Fees"), "; ".join(fee_in_words(fee) for fee in package.fees)),
        (_("Tax (GST) on fees"), percent(detail.gst_percent) if package.fees else ""),
        (_("Guarantee fee"), _guarantee(detail)),
        (_("Paying early"), _prepayment(detail)),
        (_("Security"), detail.primary_security),
        (_("More security"), "; ".join(_security(one) for one in package.securities)),
        (_("Insurance"), detail.insurance),
        (_("Goes together with"), _chosen(Subsidy, detail.subsidies)),
        (_("Papers"), _chosen(PaperKind, detail.documents)),
        (_("They decide within"), _days(detail)),
        (_("Desk"), detail.contact_desk),
        (_("Confirmed by the lender"), long_date(detail.last_confirmed_on) if detail.last_confirmed_on else ""),
    ]
    return [Row(label, value) for label, value in told if value]


def arising(cost: Cost, package, rate) -> list[Row]:
    """How a cost arises: what is paid for what, what comes in, and the two rates."""
    instalments = [month for month in cost.months if month.paid == cost.instalment]
    asked = {"rate": percent(rate), "months": months(len(cost.months))}
    return [
        Row(
            _("Instalment"),
            _("%(rupees)s, %(count)s times") % {"rupees": inr(cost.instalment), "count": len(instalments)},
        ),
        Row(_("Interest of %(rate)s a year, %(months)s") % asked, inr(cost.interest)),
        *(_fee_row(what, cost, package) for what in dict.fromkeys(charge.what for charge in cost.charges)),
        Row(_("All costs together"), inr(cost.total)),
        Row(_("Costs spread over the time, a year"), inr(cost.rupees_a_year)),
        Row(_("You get on the first day"), inr(cost.received)),
        Row(_("Yearly cost of all payments, month upon month"), percent(cost.yearly_percent)),
        Row(_("The same as twelve times the monthly rate, as banks print it"), percent(cost.nominal_percent)),
    ]


def _fee_row(what, cost, package):
    parts = [charge for charge in cost.charges if charge.what == what]
    words = {"fee": _fee_name(what), "gst": percent(package.detail.gst_percent)}
    share = next((charge.percent for charge in parts if charge.percent is not None), None)
    if what == "guarantee":
        label = _("%(fee)s: %(percent)s a year of what is still owed, and %(gst)s tax")
    elif share is not None:
        label = _("%(fee)s: %(percent)s of the loan, and %(gst)s tax")
    else:
        label = _("%(fee)s, and %(gst)s tax")
    words["percent"] = percent(share) if share is not None else ""
    return Row(label % words, inr(cost.charged(what)))


def _fee_name(what):
    return _("Guarantee fee") if what == "guarantee" else str(FeeKind(what).label)


def fee_in_words(fee) -> str:
    """One slab of a fee: what for, for which loans, how much, how often."""
    much = percent(fee.percent) if fee.percent is not None else (inr(fee.rupees) if fee.rupees else _("nothing"))
    if fee.cap is not None:
        much = _("%(fee)s, at most %(cap)s") % {"fee": much, "cap": inr(fee.cap)}
    if fee.yearly:
        much = _("%(fee)s every year") % {"fee": much}
    return _slab(_fee_name(fee.what), fee, much)


def _security(one):
    much = str(SecurityRule(one.rule).label)
    if one.cover_percent is not None:
        much = _("%(rule)s worth %(percent)s of the loan") % {"rule": much, "percent": percent(one.cover_percent)}
    return _slab("", one, much)


def _slab(what, slab, much):
    limits = {"above": inr_short(slab.above or 0), "up_to": inr_short(slab.up_to or 0)}
    if slab.above and slab.up_to:
        which = _("loans above %(above)s, up to %(up_to)s") % limits
    elif slab.above:
        which = _("loans above %(above)s") % limits
    else:
        which = _("loans up to %(up_to)s") % limits if slab.up_to else ""
    return ": ".join(filter(None, [", ".join(filter(None, [what, which])), much]))


def _chosen(choices, codes):
    words = dict(choices.choices)
    return ", ".join(str(words.get(code, code)) for code in codes)


def _between(detail):
    return _("%(least)s to %(most)s") % {"least": inr_short(detail.amount_min), "most": inr_short(detail.amount_max)}


def _margins(package):
    words = dict(Facility.choices)
    return "; ".join(f"{words[one.facility]}: {percent(one.percent)}" for one in package.margins)


def _time(detail):
    longest = _("up to %(months)s") % {"months": months(detail.months_max)}
    if not detail.moratorium_months_max:
        return longest
    wait = {"longest": longest, "wait": months(detail.moratorium_months_max)}
    return _("%(longest)s, of which %(wait)s without instalment") % wait


def _instalments(detail):
    if Facility.TERM_LOAN not in detail.facilities:
        return _("Interest every month; the money when the time is over")
    words = str(detail.get_repayment_display())
    if detail.repayment != Repayment.SEASONAL:
        return words
    names = month_names(get_language() or "en")
    return f"{words}: {', '.join(names[month - 1] for month in detail.season_months)}"


def _guarantee(detail):
    if detail.guarantee_fee_percent is None:
        return ""
    told = {"percent": percent(detail.guarantee_fee_percent), "who": detail.get_guarantee_fee_paid_by_display()}
    return _("%(percent)s a year of what is still owed. Who pays: %(who)s") % told


def _prepayment(detail):
    fee = percent(detail.prepayment_percent) if detail.prepayment_percent else ""
    free = _("free") if detail.prepayment_percent == 0 else ""
    return ". ".join(filter(None, [fee or free, detail.prepayment_words]))


def _days(detail):
    return ngettext("%(n)s working day", "%(n)s working days", detail.decision_days) % {
        "n": number(detail.decision_days)
    }
