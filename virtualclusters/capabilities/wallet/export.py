"""What wallets hold of a person, for her export."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Grant, Helper, Look, Paper
from virtualclusters.capabilities.wallet.owners import wallets_of

_PAPER = {
    "kind": _("Kind"),
    "title": _("Name"),
    "file__name": _("File"),
    "period_from": _("From"),
    "period_to": _("To"),
    "expires_on": _("Expires on"),
    "added_at": _("Added"),
}
_GRANT = {
    "reader": _("Who may read"),
    "dossier__purpose": _("What for"),
    "given_at": _("Since"),
    "until": _("Until"),
    "withdrawn_at": _("Stopped"),
    "reason": _("Why"),
}
_LOOK = {"paper__kind": _("Paper"), "grant__reader": _("Reader"), "at": _("Opened")}
_HELP = {"asked_at": _("Asked"), "agreed_at": _("Yes"), "until": _("Until"), "withdrawn_at": _("Ended")}
_KIND_WORDS = dict(PaperKind.choices)


def _papers(person):
    return Paper.objects.kept().filter(wallet__in=wallets_of(person)).order_by("pk").values(*_PAPER)


def _grants(person):
    return Grant.objects.filter(dossier__wallet__in=wallets_of(person)).order_by("pk").values(*_GRANT)


def _looks(person):
    return Look.objects.filter(paper__wallet__in=wallets_of(person)).order_by("pk").values(*_LOOK)


def _helped(person):
    return Helper.objects.filter(person=person).order_by("pk").values(*_HELP)


SECTIONS = (
    Section("wallet_papers", _("Your papers"), _papers, _PAPER, {"kind": _KIND_WORDS}),
    Section("wallet_grants", _("Who may read your papers"), _grants, _GRANT),
    Section("wallet_looks", _("When your papers were opened"), _looks, _LOOK, {"paper__kind": _KIND_WORDS}),
    Section("wallet_help", _("Where you help with papers"), _helped, _HELP),
)
