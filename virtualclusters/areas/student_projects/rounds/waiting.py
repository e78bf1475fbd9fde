"""For whom a round still waits before its places can be given."""

from dataclasses import dataclass

from django.db.models import Max, Q

from virtualclusters.areas.student_projects.models.rounds import RoundTeam, RoundUnit


@dataclass(frozen=True)
class Awaited:
    """How many have not answered, and whether anybody takes part at all.

    Attributes:
        teams: teams without a wish.
        units: units that were asked and have not said yes since the last team came in, so have not ranked them all.
    """

    teams: int
    units: int
    takes_place: bool

    @property
    def nobody(self) -> bool:
        """Whether all who take part have answered, and there are such."""
        return self.takes_place and not self.teams and not self.units


def awaited(allocation_round) -> Awaited:
    """Count who has not answered. Four queries."""
    teams = RoundTeam.objects.filter(round=allocation_round)
    units = RoundUnit.objects.filter(round=allocation_round)
    last = teams.aggregate(last=Max("entered_at"))["last"]
    silent = Q(agreed_at=None) | (Q(agreed_at__lt=last) if last else Q())
    return Awaited(
        teams=teams.filter(wishes=None).count(),
        units=units.filter(silent).count(),
        takes_place=last is not None and units.exists(),
    )
