"""Several teams sent to several projects at once: each answer stands or falls for itself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import Team
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused

MOST_PAIRS = 30


@dataclass(frozen=True)
class Sent:
    """How many answers went out, and a sentence for each that did not."""

    count: int
    refusals: list[str]


def send_teams(*, team_ids, project_ids, words, actor, at) -> Sent:
    """Answer each of the projects with each of the teams.

    Raises:
        NotFound: a team or a project is not there for the actor.
        Refused: nothing was chosen, or more than 30 answers at once.
    """
    pairs = [(team, project) for team in sorted(set(team_ids)) for project in sorted(set(project_ids))]
    if not pairs:
        raise Refused("nothing_chosen", _("Choose at least one team and one project."))
    if len(pairs) > MOST_PAIRS:
        raise Refused("too_many", _("Send at most %(most)s answers at once.") % {"most": MOST_PAIRS})
    told = [_send(team, project, words, actor, at) for team, project in pairs]
    refusals = [sentence for sentence in told if sentence]
    return Sent(len(told) - len(refusals), refusals)


def _send(team_id, project_id, words, actor, at):
    """An empty text when it was sent, else why not."""
    try:
        apply_with_team(opportunity_id=project_id, team_id=team_id, words=words, actor=actor, at=at)
    except Refused as refusal:
        return _("%(team)s for %(project)s: %(why)s") % {
            "team": Team.objects.get(pk=team_id).name,
            "project": Opportunity.objects.get(pk=project_id).title,
            "why": f"{refusal.sentence} {refusal.change}".strip(),
        }
    return ""
