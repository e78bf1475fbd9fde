"""What a person says about a file: what it is, which column is which, what a refused row should read."""

from collections import Counter
from datetime import timedelta

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.foundation.time import day_in_india, start_of_day_in_india
from virtualclusters.ui import forms

NOT_READ = "-"


class FileForm(forms.Form):
    """A file and what it holds."""

    file = django_forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV, Excel, OpenDocument or JSON, as you have it. At most 100 MB."),
    )
    spec = django_forms.ChoiceField(
        label=gettext_lazy("What is in it?"),
        widget=forms.Radios,
    )
    origin = django_forms.CharField(
        label=gettext_lazy("Where does it come from?"),
        help_text=gettext_lazy(
            "The name of the portal or office. It is shown beside each notice. If empty, the name of the file."
        ),
        max_length=80,
        required=False,
    )
    as_of = forms.DateField(
        label=gettext_lazy("Read it as if today were another day"),
        help_text=gettext_lazy(
            "For trying out. What was open on that day counts as open, and members whom it fits are told now. Leave empty for today."
        ),
        required=False,
    )

    def __init__(self, *args, specs, may_replay, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["spec"].choices = [(spec.name, spec.label) for spec in specs]
        if not may_replay:
            del self.fields["as_of"]

    def clean_as_of(self):
        """Noon in India of a day that is not to come; None when no day was given."""
        day = self.cleaned_data["as_of"]
        if day is None:
            return None
        if day > day_in_india(timezone.now()):
            raise django_forms.ValidationError(_("This day is still to come. Choose today or an earlier day."))
        return start_of_day_in_india(day) + timedelta(hours=12)


class ColumnsForm(forms.Form):
    """Which column holds what: one choice a column, the guess chosen already."""

    def __init__(self, data=None, *, spec, columns, samples):
        super().__init__(data)
        self.spec = spec
        choices = [(NOT_READ, _("Do not read this column")), *((field.name, field.label) for field in spec.fields)]
        for column in columns:
            self.fields[f"column-{column.number}"] = django_forms.ChoiceField(
                label=column.heading or _("Column %(number)s has no name") % {"number": column.number + 1},
                help_text=" · ".join(samples[column.number]) or _("Nothing stands in the first rows."),
                choices=choices,
                initial=column.field or NOT_READ,
            )

    def clean(self):
        cleaned = super().clean()
        used = Counter(field for field in cleaned.values() if field != NOT_READ)
        for name, field in list(cleaned.items()):
            if used[field] > 1:
                self.add_error(name, _("Two columns are set to the same thing. Keep one of them."))
        missing = [str(field.label) for field in self.spec.fields if field.required and field.name not in used]
        if missing:
            self.add_error(None, _("Say which column holds: %(names)s.") % {"names": ", ".join(missing)})
        return cleaned

    def mapping(self) -> dict[int, str]:
        """Field by column number, as the import takes it."""
        return {
            int(name.removeprefix("column-")): field for name, field in self.cleaned_data.items() if field != NOT_READ
        }


class RowForm(forms.Form):
    """The cells of a refused row that something stands against; all its cells when it is the row as a whole."""

    def __init__(self, data=None, *, spec, row):
        super().__init__(data, prefix=f"line-{row.line}")
        wrong = {field for field, _label, _sentence in row.problems if field}
        wrong |= {other for field in wrong for other in spec.together.get(field, ())}
        for field in spec.fields:
            if field.name in wrong or (not wrong and field.name in row.values):
                self.fields[field.name] = django_forms.CharField(
                    label=field.label, initial=row.values.get(field.name, ""), required=field.required
                )


def row_form(spec, row) -> RowForm:
    """A row's form as it is first shown: what stands in the file, and the sentence against it beside the field."""
    names = RowForm(spec=spec, row=row).fields
    form = RowForm({f"line-{row.line}-{name}": row.values.get(name, "") for name in names}, spec=spec, row=row)
    form.full_clean()
    for field, _label, sentence in row.problems:
        form.add_error(field or None, sentence)
    return form
