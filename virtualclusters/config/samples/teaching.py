"""Sample trainings: one full with people waiting, some open, one over with its certificates."""

from datetime import datetime, time, timedelta
from functools import partial

from virtualclusters.areas.trainings.operations.booking import book
from virtualclusters.areas.trainings.operations.publishing import publish_training
from virtualclusters.areas.trainings.operations.teaching import finish, mark
from virtualclusters.config.samples.dealing import concept_ids
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.foundation.time import IST, day_in_india
from virtualclusters.network.clusters.models import Cluster


def load_trainings(now):
    """Publish the classes, book their places, and hold the one that is over."""
    for row in table("trainings"):
        once(f"training:{row['key']}", partial(_training, row, now), now=now)


def _training(row, now):
    trainer = actor_of(row["by"])
    training = publish_training(
        unit_id=unit_of(row["by"]).pk,
        title=row["title"],
        summary=row["summary"],
        language="en",
        concept_ids=concept_ids(row["concepts"]),
        sessions=[_session(one, now) for one in row["sessions"]],
        places=row["places"],
        clusters=list(Cluster.objects.filter(published_at__isnull=False).values_list("pk", flat=True)),
        actor=trainer,
        at=before(now, row),
        **row["detail"],
    )
    for one in row["booked"]:
        _book(one, training, now)
    if row.get("attended"):
        _hold(training, trainer)


def _session(row, now):
    starts_at = datetime.combine(day_in_india(after(now, row["in"])), time(row["hour"]), tzinfo=IST)
    return {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=row["hours"]), "topic": row["topic"]}


def _book(row, training, now):
    book(
        opportunity_id=training.pk,
        unit_id=unit_of(row["by"]).pk,
        names=row["names"],
        actor=actor_of(row["by"]),
        at=before(now, row),
    )


def _hold(training, trainer):
    last = None
    for session in training.training.sessions.all():
        mark(session_id=session.pk, present=True, actor=trainer, at=session.ends_at)
        last = session.ends_at
    finish(opportunity_id=training.pk, actor=trainer, at=last + timedelta(hours=1))
