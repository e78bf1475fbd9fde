"""What a training's certificate says besides the name."""

from django.utils.translation import gettext as _

from virtualclusters.ui.formatters import long_date, number


def facts_of_class(opportunity, sessions):
    """Pairs of label and words in the language that is active: dates, hours, place, what people can do now."""
    training = opportunity.training
    first, last = long_date(sessions[0].starts_at), long_date(sessions[-1].starts_at)
    days = first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    place = opportunity.district or opportunity.unit.district
    facts = [(_("Held"), days), (_("Hours"), shown_hours(sessions))]
    if training.mode == "online":
        facts.append((_("Place"), _("Online")))
    elif place:
        facts.append((_("Place"), place))
    return facts


def shown_hours(sessions) -> str:
    """The length of all sessions together, such as 6 or 7.5."""
    hours = sum((session.ends_at - session.starts_at).total_seconds() for session in sessions) / 3600
    return number(hours) if hours == int(hours) else number(hours, 1)
