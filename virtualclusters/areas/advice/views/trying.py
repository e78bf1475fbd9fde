"""A verb behind a form: what it refuses stands beside the field it is about."""

from virtualclusters.foundation.errors import Refused

FIELD_OF = {
    "in_the_past": "day",
    "overlap": "day_1",
    "odd_length": "minutes",
    "no_times": "day_1",
    "slot_taken": "slot",
    "offered_already": "weekday",
    "odd_day": "held_on",
    "conflict_not_said": "conflict",
    "interest_not_named": "conflict_words",
}


def attempt(form, verb, /, **options):
    """Run a verb; None when it refused, which the form then says."""
    try:
        return verb(**options)
    except Refused as refusal:
        field = FIELD_OF.get(refusal.code)
        form.add_error(field if field in form.fields else None, f"{refusal.sentence} {refusal.change}".strip())
        return None


def sent(request):
    """What a form is bound to: the values sent, even when they are none, or None on a first look."""
    return request.POST if request.method == "POST" else None
