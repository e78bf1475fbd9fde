"""What finding holds of a person, for her export."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.exchange.alerts.models import Alert, SavedSearch


def _rows(person):
    return (
        SavedSearch.objects.filter(person=person)
        .order_by("pk")
        .values("source", "text", "filters", "frequency", "saved_at")
    )


SAVED_SEARCHES = Section(
    "saved_searches",
    _("Searches you keep"),
    _rows,
    {
        "source": _("Where"),
        "text": _("Words"),
        "filters": _("Filters"),
        "frequency": _("How often"),
        "saved_at": _("Saved"),
        "group": _("What they make"),
        "state": _("State"),
        "kind": _("Kind"),
        "size": _("Size"),
        "verified": _("Checked"),
        "cluster": _("Cluster"),
        "near": _("Not farther than, km"),
        "days": _("Closes within, days"),
    },
    {"source": dict(SavedSearch.Source.choices), "frequency": dict(SavedSearch.Frequency.choices)},
)


def _suggested(person):
    return Alert.objects.filter(by_hand_by=person.pk).order_by("pk").values("by_hand_words", "by_hand_at")


SUGGESTIONS = Section(
    "suggestions",
    _("What you suggested to units"),
    _suggested,
    {"by_hand_words": _("Words"), "by_hand_at": _("Suggested")},
)
