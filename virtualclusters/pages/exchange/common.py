"""What several pages of the exchange share: whose unit acts, how a unit is called, and the sentence after an answer."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import State
from virtualclusters.ui.formatters import long_date


def sent(request):
    """What a form is bound to: the values sent, even when they are none, or None on a first look."""
    return request.POST if request.method == "POST" else None


def units_where(actor, permission):
    """Working units for which the actor holds a permission, those of the organisation she acts for first."""
    units = Unit.objects.editable_by(actor, permission).select_related("organisation")
    return sorted(units, key=lambda unit: (unit.organisation_id != actor.organisation_id, unit.pk))


def state_name(code):
    """A query for the name, in the reader's language, of the state with a code; ``code`` may be an ``OuterRef``."""
    return State.objects.filter(code=code).values_list("hindi_name" if get_language() == "hi" else "name", flat=True)


def place_of(unit):
    """District and state in the reader's language, as far as known. One query."""
    state = state_name(unit.state).first() if unit.state else ""
    return ", ".join(filter(None, [unit.district, state]))


def unit_in_words(unit):
    """The firm's name, and its place's own name where it has one."""
    own = f" – {unit.name}" if unit.name and unit.name != unit.organisation.name else ""
    return f"{unit.organisation.name}{own}"


def answered_sentence(engagement):
    """What an answerer reads after her answer: who acts next, and until when."""
    place = place_in_queue(engagement)
    if place is not None:
        return _("Sent. You are number %(place)s in the queue. We tell you when it is your turn.") % {"place": place}
    if engagement.turn == "publisher" and engagement.due_at:
        return _("Sent. They will reply by %(day)s.") % {"day": long_date(engagement.due_at)}
    return _("Sent. You find it under My talks.")
