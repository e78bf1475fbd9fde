"""What cards show of projects and offers: one query however many."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.student_projects.models import CollegeOffer, ProjectBrief
from virtualclusters.ui.formatters import number


def project_facts(opportunity_ids) -> dict[int, dict]:
    """Per project that it is free, where the work is done, and how many students are wished."""
    briefs = ProjectBrief.objects.filter(opportunity__in=opportunity_ids)
    return {brief.pk: {"money": _("Free"), "line": _line(brief)} for brief in briefs}


def _line(brief):
    parts = [str(brief.get_where_display())]
    if brief.students:
        parts.append(students_in_words(brief.students))
    return " · ".join(parts)


def students_in_words(count):
    """How many students, in words."""
    return ngettext("%(count)s student", "%(count)s students", count) % {"count": number(count)}


def offer_facts(opportunity_ids) -> dict[int, dict]:
    """Per offer that it is free, and the hours a month or the laboratory."""
    offers = CollegeOffer.objects.filter(opportunity__in=opportunity_ids)
    return {offer.pk: {"money": _("Free"), "line": _offered(offer)} for offer in offers}


def _offered(offer):
    if offer.hours_a_month:
        return _("%(hours)s hours a month") % {"hours": number(offer.hours_a_month)}
    return offer.laboratory[:80]
