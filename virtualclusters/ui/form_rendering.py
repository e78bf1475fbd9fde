"""How a Django form becomes our markup: label, hint and error tied to the input, one template a kind of field."""

from functools import cached_property
from pathlib import Path

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates

WIDGET_CLASSES = [
    (forms.HiddenInput, ""),
    (forms.Textarea, "vc-textarea"),
    (forms.CheckboxSelectMultiple, "vc-checkboxes__input"),
    (forms.RadioSelect, "vc-radios__input"),
    (forms.CheckboxInput, "vc-checkboxes__input"),
    (forms.FileInput, "vc-file-upload"),
    (forms.Select, "vc-select"),
    (forms.MultiWidget, ""),
    (forms.widgets.Input, "vc-input"),
]
KINDS = {
    forms.RadioSelect: "radios",
    forms.CheckboxSelectMultiple: "checkboxes",
    forms.CheckboxInput: "checkbox",
}
LEFT_TO_RIGHT = {"tel", "email", "url", "number"}


def widget_class(widget) -> str:
    """The class our styles know the widget by."""
    return next((name for kind, name in WIDGET_CLASSES if isinstance(widget, kind)), "")


class PortalBoundField(BoundField):
    """A field on its form, with the classes and the described-by ids of our markup."""

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        names = [widget_class(widget), self.field.widget.attrs.get("class", ""), self._error_class(widget)]
        if classes := " ".join(filter(None, names)):
            attrs["class"] = classes
        if getattr(widget, "input_type", "") in LEFT_TO_RIGHT:
            attrs.setdefault("dir", "ltr")
        if isinstance(widget, forms.RadioSelect):
            attrs.pop("aria-invalid", None)
        return attrs

    def _error_class(self, widget):
        name = widget_class(widget)
        return (
            f"{name}--error"
            if self.errors and name in {"vc-input", "vc-textarea", "vc-select", "vc-file-upload"}
            else ""
        )

    @property
    def first_id(self):
        """The id an error summary links to: the input, or the first of several."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id

    @property
    def kind(self):
        """Which of the templates in ui/fields draws it."""
        return getattr(self.field.widget, "kind", None) or KINDS.get(type(self.field.widget), "input")

    @cached_property
    def options(self):
        """The choices as drawn: each with its input, label, hint and sign."""
        hints = getattr(self.field.widget, "hints", {})
        signs = getattr(self.field.widget, "signs", {})
        return [
            {
                "widget": option.data,
                "hint": hints.get(str(option.data["value"]), ""),
                "sign": signs.get(str(option.data["value"]), ""),
            }
            for option in self.subwidgets
        ]


class Renderer(DjangoTemplates):
    """FORM_RENDERER of the portal: looks in the interface's templates before Django's own."""

    form_template_name = "ui/fields/form.html"
    field_template_name = "ui/fields/field.html"
    bound_field_class = PortalBoundField

    @cached_property
    def engine(self):
        places = [Path(__file__).parent / "templates", Path(forms.__file__).parent / "templates"]
        return self.backend({"APP_DIRS": True, "DIRS": places, "NAME": "portal-forms", "OPTIONS": {}})
