"""What an officer typed into the package form, kept until it is written: also with errors, also half."""

from django.http import QueryDict

from virtualclusters.areas.finance.packages.forms import PackageForm
from virtualclusters.capabilities.drafts import operations as drafts

FORM = "loan_package"


def keep(person, subject, posted, *, at) -> None:
    """Keep the form as it was sent; ``subject`` is the package's id or "new"."""
    drafts.save(form=FORM, subject=subject, person=person, values=dict(posted.lists()), at=at)


def forget(person, subject) -> None:
    """It was written."""
    drafts.discard(form=FORM, subject=subject, person=person)


def is_kept(person, subject) -> bool:
    """Whether something was typed and not written yet."""
    return drafts.load(form=FORM, subject=subject, person=person) is not None


def form_to_begin(person, subject, stored: dict) -> PackageForm:
    """The form for a first look: with what was typed before, else with what is stored; without errors."""
    kept = drafts.load(form=FORM, subject=subject, person=person)
    if kept is None:
        return PackageForm(initial=stored)
    posted, empty = _posted(kept.values), PackageForm()
    said = {
        name: field.widget.value_from_datadict(posted, {}, empty.add_prefix(name))
        for name, field in empty.fields.items()
        if name != "once"
    }
    return PackageForm(initial={name: _one(value) for name, value in said.items()})


def _posted(values):
    posted = QueryDict(mutable=True)
    for name, value in values.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def _one(value):
    """Three empty boxes of a date are no date."""
    return None if isinstance(value, list) and not any(value) else value
