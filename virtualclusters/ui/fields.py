"""``{% form form %}``, ``{% field form.name %}``, ``{% error_summary form %}``."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from virtualclusters.ui.forms import told
from virtualclusters.ui.library import register


@register.simple_tag
def form(form):
    """Every field of a form (not the form element, the token or the button)."""
    return form.render()


@register.simple_tag
def field(bound_field, *, heading=False, prefix="", suffix=""):
    """One field with label, hint and error. `heading` makes the label the page's h1: for pages of one question."""
    context = {"field": bound_field, "heading": heading, "prefix": prefix, "suffix": suffix}
    return bound_field.render(template_name=bound_field.template_name, context=context)


@register.inclusion_tag("ui/fields/error_summary.html")
def error_summary(*forms):
    """What went wrong, at the top, each line a link to its field; nothing when nothing did."""
    return {"problems": [problem for form in forms if form is not None for problem in problems_of(form)]}


def problems_of(form) -> list[dict]:
    """The form's errors in the order of its fields: sentence and address. A general sentence is said with the field's label."""
    found = [{"sentence": sentence, "href": ""} for sentence in form.non_field_errors()]
    for bound in form:
        errors = form.errors.as_data().get(bound.name, [])
        found += [{"sentence": said, "href": f"#{bound.first_id}"} for error in errors for said in told(bound, error)]
    return found


@register.filter
def beneath(bound_field):
    """The amount under an amount box, as it was understood."""
    explain = getattr(bound_field.field, "beneath", None)
    return explain(bound_field.value()) if explain else ""


@register.filter
def money_prefix(bound_field):
    """The rupee sign for amount fields."""
    return "₹" if hasattr(bound_field.field, "beneath") else ""


@register.simple_tag
def required_mark(bound_field):
    """Says "optional" where an answer is not needed; what is needed is not marked, nor a field that says `unmarked`."""
    if bound_field.field.required or getattr(bound_field.field, "unmarked", False):
        return ""
    return format_html(' <span class="vc-quiet">({})</span>', _("optional"))
