"""An allocation round: who takes part, who wishes for what, who ranks whom, and what came of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from virtualclusters.areas.student_projects.models.college import Team
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation, Unit


class AllocationRound(models.Model):
    """Teams and units rank each other until ``closes_at``; then the seats are given at once. The seed is shown from the first day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="allocation_rounds")
    title = models.CharField(max_length=120)
    seed = models.CharField(max_length=80, help_text="decides between teams on one level; never changed")
    reserved_districts = ArrayField(
        models.CharField(max_length=90),
        default=list,
        help_text="under-served districts as state code and name, such as MH:Gadchiroli",
    )
    for_all_colleges = models.BooleanField(default=False, help_text="other colleges may enter teams too")
    created_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    rehearsed_at = models.DateTimeField(null=True)
    rehearsal = models.JSONField(default=dict, help_text="figures of the last rehearsal")
    applied_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="round_closes_after_it_opens", condition=Q(closes_at__gt=F("created_at"))),
            models.CheckConstraint(name="round_has_a_seed", condition=~Q(seed="")),
            models.CheckConstraint(
                name="round_applied_or_cancelled", condition=Q(applied_at=None) | Q(cancelled_at=None)
            ),
        ]

    def __str__(self):
        return self.title


class RoundUnit(models.Model):
    """A unit asked to take part. Its own yes lets the round choose in its name, up to ``capacity`` teams in all."""

    round = models.ForeignKey(AllocationRound, models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    capacity = models.PositiveSmallIntegerField(null=True)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="unit_once_a_round"),
            models.CheckConstraint(
                name="round_unit_agrees_whole",
                condition=Q(agreed_at=None, capacity=None) | Q(agreed_at__isnull=False, capacity__gte=1),
            ),
        ]

    def __str__(self):
        return f"{self.unit_id} in {self.round_id}"


class RoundProject(models.Model):
    """A project in a round, with the places that are reserved for teams of under-served districts first."""

    round = models.ForeignKey(AllocationRound, models.CASCADE, related_name="projects")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="+")
    reserved = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "opportunity"], name="project_once_a_round")]

    def __str__(self):
        return f"{self.opportunity_id} in {self.round_id}"


class RoundTeam(models.Model):
    """A team in a round. ``level`` is its supervisor's order; the lowest goes first, lots decide the rest."""

    round = models.ForeignKey(AllocationRound, models.CASCADE, related_name="teams")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField()
    level = models.PositiveSmallIntegerField(null=True)
    project = models.ForeignKey(RoundProject, models.PROTECT, null=True, related_name="+", help_text="what it got")
    wish = models.PositiveSmallIntegerField(null=True, help_text="which of its wishes that was, 1 for the first")
    engagement = models.ForeignKey(Engagement, models.SET_NULL, null=True, related_name="+")
    left_out = models.CharField(max_length=40, blank=True, help_text="reason code when its seat could not be given")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="team_once_a_round"),
            models.CheckConstraint(
                name="a_seat_answers_a_wish",
                condition=Q(project=None, wish=None) | Q(project__isnull=False, wish__gte=1),
            ),
        ]

    def __str__(self):
        return f"{self.team_id} in {self.round_id}"


class TeamWish(models.Model):
    """A team wishes for a project; rank 1 is the dearest."""

    team = models.ForeignKey(RoundTeam, models.CASCADE, related_name="wishes")
    project = models.ForeignKey(RoundProject, models.CASCADE, related_name="wishes")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["team", "project"], name="wished_for_once"),
            models.UniqueConstraint(fields=["team", "rank"], name="one_wish_a_rank"),
            models.CheckConstraint(name="wish_ranks_from_one", condition=Q(rank__gte=1)),
        ]

    def __str__(self):
        return f"{self.rank}: {self.project_id}"


class UnitRank(models.Model):
    """A unit puts a team on a level for one of its projects, or does not want it there (``level`` null)."""

    project = models.ForeignKey(RoundProject, models.CASCADE, related_name="ranks")
    team = models.ForeignKey(RoundTeam, models.CASCADE, related_name="ranks")
    level = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "team"], name="ranked_once"),
            models.CheckConstraint(name="level_from_one", condition=Q(level=None) | Q(level__gte=1)),
        ]

    def __str__(self):
        return f"{self.team_id} for {self.project_id}: {self.level}"
