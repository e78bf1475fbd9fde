"""A sample need with its answers: the bakery's biscuits break, it wishes for a training, and two say what they would hold."""

from datetime import timedelta
from functools import partial

from virtualclusters.areas.trainings.wishes.operations import answer_wish
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india
from virtualclusters.pages.exchange.helping.sending import send

WISHER, SENT = "bakery", "training_wish"
WORDS = "Our sweet biscuits break on the way to the shops, 6 percent of them"
ANSWERS = (
    {"by": "expert", "words": "A day in your bakery: dough, baking and packing, with your own people.", "hours": 7, "fee": 4_500},
    {"by": "laboratory", "words": "Two mornings online about moisture and packing, with a test of ten packets.", "hours": 5, "fee": 0},
)  # fmt: skip


def load_needs(now):
    """The need, the wish that was sent for it, and the answers."""
    once("need:biscuits", partial(_state, now), now=now)
    for row in ANSWERS:
        once(f"need:biscuits:{row['by']}", partial(_answer, row, now), now=now)


def _state(now):
    owner, at = actor_of(WISHER), now - timedelta(days=6)
    need = state_need(unit_id=unit_of(WISHER).pk, words=WORDS, language="en", actor=owner, at=at)
    send(need_id=need.pk, kind=SENT, actor=owner, at=at)


def _answer(row, now):
    wish = Opportunity.objects.get(kind=SENT, unit=unit_of(WISHER), need__words=WORDS)
    answer_wish(
        opportunity_id=wish.pk,
        unit_id=unit_of(row["by"]).pk,
        words=row["words"],
        hours=row["hours"],
        fee=row["fee"],
        first_day=day_in_india(now) + timedelta(days=12),
        actor=actor_of(row["by"]),
        at=now - timedelta(days=3),
    )
