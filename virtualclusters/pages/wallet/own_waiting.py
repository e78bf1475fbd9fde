"""What the papers' pages have waiting for a person: where she was asked to help, and where she helps."""

from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.capabilities.wallet.queries import helping_named
from virtualclusters.network.waiting import Waiting


def help_with_papers(*, actor, at):
    """Requests to help with papers, and the wallets she helps with. Two queries at most."""
    return [_item(helper, firm) for helper, firm in helping_named(actor.person, at)]


def _item(helper, firm):
    href = reverse("helping_one", args=[helper.pk])
    if helper.agreed_at is None:
        return Waiting(
            _("%(firm)s asks you to help with its papers: yes or no?") % {"firm": firm}, href, "", helper.until
        )
    return Waiting(_("You help with the papers of %(firm)s") % {"firm": firm}, href)
