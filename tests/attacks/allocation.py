"""An allocation round for a side of the matrix that has a college: the round, its team, its own campus as a unit asked."""

from datetime import timedelta

from virtualclusters.areas.student_projects.models.rounds import AllocationRound, RoundTeam, RoundUnit


def plant_round(side, at, *, words):
    """Give a side a round of its own that is open for wishes, with its team in it and its unit asked."""
    allocation_round = AllocationRound.objects.create(
        organisation=side.actor.organisation,
        title=f"{words} round",
        seed="a published seed",
        created_at=at,
        closes_at=at + timedelta(days=30),
    )
    side.rows |= {
        "round": allocation_round,
        "round_team": RoundTeam.objects.create(
            round=allocation_round, team=side.rows["team"], entered_by=side.actor.person, entered_at=at
        ),
        "round_unit": RoundUnit.objects.create(round=allocation_round, unit=side.unit, asked_at=at),
    }
