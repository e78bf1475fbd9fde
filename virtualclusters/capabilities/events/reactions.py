"""Which jobs an event sets off. Every app's own ``reactions.py`` adds its rows here at start-up."""

from virtualclusters.capabilities.jobs import Job

REACTIONS: dict[str, list[Job]] = {}


def react(code: str, *jobs: Job) -> None:
    """Let an event set off jobs, each with ``event_id``.

    Raises:
        ValueError: the job reacts to this event already.
    """
    for job in jobs:
        if job in REACTIONS.setdefault(code, []):
            raise ValueError(f"{job.name} reacts to {code} already")
        REACTIONS[code].append(job)
