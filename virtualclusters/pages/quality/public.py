"""The public page: how well matching works, on judged sets and in real use."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.exchange.alerts.quality import latest_real_use
from virtualclusters.pages.quality.published import published
from virtualclusters.pages.quality.real_use import tables_of
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import number


@policy(PUBLIC)
@require_GET
def quality(request):
    """What was measured, what it means and what it does not; then what units answered in the last ninety days."""
    counted_at, shares = latest_real_use()
    measured = published()
    facts = {
        "measured": measured,
        "columns": [
            Column(_("What was measured")),
            Column(_("We"), numeric=True),
            Column(_("Words alone"), numeric=True),
        ],
        "rows": [[one.words, _shown(one, one.ours), _shown(one, one.plain)] for one in measured.figures],
        "counted_at": counted_at,
        "tables": tables_of(shares),
    }
    return render(request, "quality/quality.html", facts)


def _shown(figure, value):
    if value is None:
        return "–"
    if figure.is_share:
        return _("%(share)s%%") % {"share": number(100 * value, 1)}
    return number(value, 2)
