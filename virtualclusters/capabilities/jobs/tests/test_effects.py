from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from virtualclusters.capabilities.jobs.effects import claim, give_back, mark_done, unmarked
from virtualclusters.capabilities.jobs.models import Effect

NOON = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)


@pytest.mark.django_db
def test_second_claim_of_the_same_effect_is_refused():
    assert [claim("message:1", at=NOON), claim("message:1", at=LATER), claim("message:2", at=LATER)] == [
        True,
        False,
        True,
    ]


@pytest.mark.django_db
def test_effect_given_back_may_be_claimed_again_and_one_done_may_not():
    claim("message:1", at=NOON)
    claim("message:2", at=NOON)
    mark_done("message:2", at=LATER)
    give_back("message:1")
    give_back("message:2")

    assert (claim("message:1", at=LATER), claim("message:2", at=LATER)) == (True, False)


@pytest.mark.django_db
def test_effects_begun_and_never_marked_are_listed():
    for key in ("old", "done", "new"):
        claim(key, at=LATER if key == "new" else NOON)
    mark_done("done", at=LATER)

    assert [effect.key for effect in unmarked(claimed_before=LATER)] == ["old"]


@pytest.mark.django_db
def test_claim_inside_a_transaction_is_refused_because_a_rollback_would_forget_it():
    with pytest.raises(RuntimeError), transaction.atomic():
        claim("message:1", at=NOON)


@pytest.mark.django_db
def test_effect_cannot_be_done_before_it_was_claimed():
    with pytest.raises(IntegrityError), transaction.atomic():
        Effect.objects.create(key="x", claimed_at=LATER, done_at=NOON)
