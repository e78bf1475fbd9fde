"""What a piece of background work was to do, in words for whoever looks after it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WORK = {
    "messaging": gettext_lazy("Send messages"),
    "files": gettext_lazy("Check a paper or picture for harm"),
    "certificates": gettext_lazy("Print a certificate"),
    "imports": gettext_lazy("Read a file in"),
    "verification": gettext_lazy("Tell an owner what was decided"),
    "clusters": gettext_lazy("Bring units into a cluster"),
    "exchange": gettext_lazy("Move a talk on"),
    "organisations": gettext_lazy("Remind units to look at their page"),
    "outcomes": gettext_lazy("Ask for a result"),
    "alerts": gettext_lazy("Find units for something new"),
    "opportunities": gettext_lazy("Put something new into its clusters"),
    "needs": gettext_lazy("Understand what a unit needs"),
    "tenders": gettext_lazy("Tell of a change in a tender"),
    "trainings": gettext_lazy("Tell people of their training"),
}
"""By the part of the portal that does it: what stands before the first point of a job's name."""


def work_words(job: str) -> str:
    """The words for a job such as ``messaging.deliver``; a part that has none is "Work in the background"."""
    part = job.partition(".")[0]
    return str(WORK[part]) if part in WORK else _("Work in the background")
