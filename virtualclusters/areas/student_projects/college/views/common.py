"""What the college's screens share."""

from virtualclusters.foundation.errors import Refused


def tried(form, verb, *, fields=None, **options):
    """Run a verb for a valid form; what it refuses stands beside the field it is about, else above them. None when refused.

    Args:
        fields: name of the field by reason code.
    """
    try:
        return verb(**options) or True
    except Refused as refusal:
        field = (fields or {}).get(refusal.code)
        form.add_error(field if field in form.fields else None, f"{refusal.sentence} {refusal.change}".strip())
        return None


def status_of(form) -> int:
    """422 when a form came back with errors, else 200."""
    return 422 if form.is_bound and form.errors else 200
