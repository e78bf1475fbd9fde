"""Background work that failed on every try."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.jobs.dead_letters import dead_letters, retry_dead_letter
from virtualclusters.pages.desk.permissions import DeskPermission
from virtualclusters.pages.desk.work_words import work_words


@policy(DeskPermission.DEAD_LETTER_RETRY)
@require_GET
def listed(request):
    """The newest hundred, with what went wrong and a button that tries again."""
    letters = [(work_words(letter.job), letter) for letter in dead_letters(limit=100)]
    return render(request, "desk/letters.html", {"letters": letters})


@policy(DeskPermission.DEAD_LETTER_RETRY)
@require_POST
def retry(request, pk):
    """Send one round again."""
    retry_dead_letter(dead_letter_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("It will be tried again now."))
    return redirect("desk_dead_letters")
