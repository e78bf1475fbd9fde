"""Somebody helps with the papers: asked by the owner, agreed by herself, ended by either."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.accounts.operations import person_with
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.capabilities.wallet.models import Helper
from virtualclusters.capabilities.wallet.notices import HELP_AGREED, HELP_ASKED
from virtualclusters.capabilities.wallet.operations.rights import kept_by, write_down
from virtualclusters.capabilities.wallet.owners import keepers_of, name_of, wallets_of
from virtualclusters.foundation.errors import NotFound, Refused

HELPS_FOR = timedelta(days=90)
MOST_HELPERS = 3


@transaction.atomic
def ask_helper(*, wallet_id, phone, name, language, person, at) -> Helper:
    """Ask a person, by her number, to help with the papers for 90 days. She sees nothing before she agrees.

    Args:
        phone: E.164.
        name: what to call her until she says it herself.
        language: in which she is asked when nobody knows hers yet.

    Raises:
        NotFound: it is no wallet the asker keeps.
        Refused: ``keeper_already``, ``helper_already``, ``too_many_helpers``.
    """
    wallet = kept_by(person, wallet_id)
    asked = person_with(phone=phone, name=name, language=language)
    _end_those_whose_day_came(wallet, at)
    _refuse_helper(wallet, asked, at)
    helper = Helper.objects.create(wallet=wallet, person=asked, asked_by=person, asked_at=at, until=at + HELPS_FOR)
    notify(
        people_ids=[asked.pk],
        key=HELP_ASKED,
        variables={"firm": name_of(wallet.pk)},
        at=at,
        about=f"/helping/{helper.pk}/",
        dedupe_key=f"wallet_help:{helper.pk}",
    )
    write_down("helper.asked", wallet_id=wallet.pk, person=person, at=at)
    return helper


@transaction.atomic
def agree_to_help(*, helper_id, person, at) -> Helper:
    """Say yes. Saying it twice changes nothing.

    Raises:
        NotFound: she was not asked, or not in time.
    """
    helper = Helper.objects.open_at(at).filter(person=person).select_for_update(of=("self",)).one(helper_id)
    if helper.agreed_at is None:
        helper.agreed_at = at
        helper.save(update_fields=["agreed_at"])
        _tell_keepers(helper, at)
        write_down("helper.agreed", wallet_id=helper.wallet_id, person=person, at=at)
    return helper


@transaction.atomic
def end_help(*, helper_id, person, at) -> None:
    """End the help or say no to it: a keeper of the wallet or the helper herself may. Ending it twice changes nothing.

    Raises:
        NotFound: she is neither.
    """
    helper = Helper.objects.select_for_update(of=("self",)).one(helper_id)
    if helper.person_id != person.pk and helper.wallet_id not in wallets_of(person):
        raise NotFound
    if helper.withdrawn_at is None:
        helper.withdrawn_at = at
        helper.save(update_fields=["withdrawn_at"])
        write_down("helper.ended", wallet_id=helper.wallet_id, person=person, at=at)


def _end_those_whose_day_came(wallet, at):
    Helper.objects.filter(wallet=wallet, withdrawn_at=None, until__lte=at).update(withdrawn_at=at)


def _refuse_helper(wallet, asked, at):
    if wallet.pk in wallets_of(asked):
        raise Refused("keeper_already", _("This person keeps these papers already."))
    helpers = Helper.objects.open_at(at).filter(wallet=wallet)
    if helpers.filter(person=asked).exists():
        raise Refused("helper_already", _("You have asked this person already."))
    if helpers.count() >= MOST_HELPERS:
        raise Refused("too_many_helpers", _("Three people help you already."), _("End one of them first."))


def _tell_keepers(helper, at):
    notify(
        people_ids=keepers_of(helper.wallet_id),
        key=HELP_AGREED,
        variables={"helper": helper.person.name or helper.person.phone},
        at=at,
        about="/wallet/helpers/",
        dedupe_key=f"wallet_help_agreed:{helper.pk}",
    )
