"""The ready texts of an agreement: whose the results are, what stays secret, visits and safety. Our own plain sentences.

They are no lawyer's: a lawyer should read them before a programme relies on them (docs/decisions). Who chooses keeps the words as
they stood, in every language both may have read them (``Terms.words``).
"""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.student_projects.models import Terms
from virtualclusters.ui.formatters import number

LANGUAGES = ("en", "hi")


def words_of(**chosen) -> dict[str, list[str]]:
    """The texts of a choice, language to paragraphs.

    Args:
        chosen: ownership, publish_after_months, secrecy, insurance, visits, names_unit, as columns of ``Terms``.
    """
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = _paragraphs(chosen)
    return told


def _paragraphs(chosen):
    return [
        _("The students' help is free. Nobody pays or takes a fee for it."),
        _ownership(chosen),
        SECRECY[chosen["secrecy"]](),
        _visits(chosen["visits"]),
        _safety(),
        INSURANCE[chosen["insurance"]](),
        _("The certificates may name the unit.") if chosen["names_unit"] else _("The certificates do not name the unit."),
        _("Each side may end the project at any time by saying why."),
    ]  # fmt: skip


def _ownership(chosen):
    if chosen["ownership"] == Terms.Ownership.UNIT:
        return _(
            "What the students make belongs to the unit. The students may say in their marks and papers that they made it."
        )
    if chosen["ownership"] == Terms.Ownership.SHARED:
        return _(
            "What the students make belongs to the unit and the college together. Each may use it without asking the other."
        )
    months = chosen["publish_after_months"]
    return ngettext(
        "What the students make belongs to the unit. The college may publish it %(months)s month after the end.",
        "What the students make belongs to the unit. The college may publish it %(months)s months after the end.",
        months,
    ) % {"months": number(months)}


def _visits(visits):
    if not visits:
        return _("The students do not visit the unit.")
    return ngettext(
        "The students visit the unit %(visits)s time. The day is agreed before.",
        "The students visit the unit %(visits)s times. Each day is agreed before.",
        visits,
    ) % {"visits": number(visits)}


def _safety():
    return _(
        "At the unit the students keep to its safety rules. "
        "The unit shows them the dangers first, and leaves nobody alone at a machine."
    )


SECRECY = {
    Terms.Secrecy.NONE: lambda: _("Nothing is secret. Both sides may talk about the project."),
    Terms.Secrecy.NAMES_HIDDEN: lambda: _(
        "Students and college may talk about the work, but never say the unit's name or figures by which it can be known."
    ),
    Terms.Secrecy.NON_DISCLOSURE: lambda: _(
        "Students and college tell nobody what they see at the unit: recipes, prices, customers, figures. This holds for three "
        "years after the end. It does not hold for what everybody knows already, and not for what the law makes them tell."
    ),
}

INSURANCE = {
    Terms.Insurance.UNIT: lambda: _("The unit insures the students against accidents while they are there."),
    Terms.Insurance.COLLEGE: lambda: _(
        "The college insures the students against accidents while they are at the unit."
    ),
    Terms.Insurance.NONE: lambda: _("There is no insurance. Students and parents have been told."),
}
