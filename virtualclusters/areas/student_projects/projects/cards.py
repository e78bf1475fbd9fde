"""What cards show of projects and offers: one query however many."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.student_projects.models import CollegeOffer, Team
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.ui.formatters import long_date, number


def project_facts(brief) -> dict:
    """That it is free, where the work is done, and how many students are wished."""
    return {"money": _("Free"), "line": _line(brief)}


def _line(brief):
    parts = [str(brief.get_where_display())]
    if brief.students:
        parts.append(students_in_words(brief.students))
    return " · ".join(parts)


def students_in_words(count):
    """How many students, in words."""
    return ngettext("%(count)s student", "%(count)s students", count) % {"count": number(count)}


def offer_facts(offer) -> dict:
    """That it is free, and the hours a month or the laboratory."""
    return {"money": _("Free"), "line": _offered(offer)}


def _offered(offer):
    if offer.hours_a_month:
        return _("%(hours)s hours a month") % {"hours": number(offer.hours_a_month)}
    return offer.laboratory[:80]


def project_answer_facts(engagement_ids) -> dict[int, dict]:
    """Per answer of a college that its help is free, and the days between which its team does the project. Two queries."""
    series = dict(Engagement.objects.filter(pk__in=engagement_ids).values_list("pk", "series"))
    rows = Team.objects.filter(series__in=set(series.values())).select_related("course")
    courses = {team.series: team.course for team in rows}
    return {pk: {"cost": _("Free")} | _time(courses.get(one)) for pk, one in series.items()}


def _time(course):
    if course is None:
        return {}
    days = {"first": long_date(course.begins_on), "last": long_date(course.ends_on)}
    return {"time": _("%(first)s to %(last)s") % days}


def offer_answer_facts(engagement_ids) -> dict[int, dict]:
    """Per question to a college that its help is free; the hours a month as the time, the laboratory as what is offered."""
    rows = CollegeOffer.objects.filter(opportunity__engagements__in=engagement_ids)
    told = rows.values_list("opportunity__engagements", "hours_a_month", "laboratory")
    return {pk: _answered(hours, laboratory) for pk, hours, laboratory in told if pk in set(engagement_ids)}


def _answered(hours, laboratory):
    if not hours:
        return {"cost": _("Free"), "time": "", "offer": laboratory[:80]}
    return {"cost": _("Free"), "time": _("%(hours)s hours a month") % {"hours": number(hours)}}
