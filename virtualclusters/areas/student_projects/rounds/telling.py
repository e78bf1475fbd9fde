"""Messages about rounds."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.formatters import long_date

ASKED = "student_projects.round_asked"


def shown_day(value) -> str:
    """A stored ISO day in words."""
    return long_date(date.fromisoformat(value))


TEMPLATES = (
    MessageTemplate(
        key=ASKED,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{college}: student teams want your project. Say by {day} how many you take and whom: {link} Stop: {stop}",
            "hi": "{college}: छात्र टीमें आपका प्रोजेक्ट चाहती हैं। {day} तक बताएँ कितनी और कौन सी: {link} बंद करें: {stop}",
        },
        line=_("{college} gives out student teams. Say by {day} how many you take, and whom you like best."),
        body=_("If you say nothing, nothing changes for you: teams can still apply to your project one by one."),
        variables=(
            Variable("college", Tag.ALPHANUMERIC, max_length=30),
            Variable("day", Tag.ALPHANUMERIC, max_length=20, shown=shown_day),
        ),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)


def tell_asked(round_unit, *, at):
    """Ask the people of a unit to take part, once a round."""
    allocation_round = round_unit.round
    notify(
        people_ids=sorted(people_of_organisations([round_unit.unit.organisation_id])),
        key=ASKED,
        variables={
            "college": allocation_round.organisation.name,
            "day": day_in_india(allocation_round.closes_at).isoformat(),
        },
        at=at,
        about=reverse("round_unit", args=[round_unit.pk]),
        dedupe_key=f"round-asked:{round_unit.pk}",
    )
