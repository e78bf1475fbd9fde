"""The first page of the desk."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.network.desk_entries import desk_entries, figure_of
from virtualclusters.pages.addresses import address
from virtualclusters.pages.desk.permissions import DeskPermission


@policy(DeskPermission.DESK_OPEN)
@require_GET
def start(request):
    """Every piece of work she may do, and how much of it waits: first what waits, then the others, each in their order."""
    now = timezone.now()
    rows = [
        {"entry": entry, "href": address(entry.url_name), "figure": figure_of(entry, actor=request.actor, at=now)}
        for entry in desk_entries(request.actor)
    ]
    shown = sorted((row for row in rows if row["href"]), key=lambda row: not (row["figure"] and row["figure"].count))
    return render(request, "desk/start.html", {"rows": shown})
