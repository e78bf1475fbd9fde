"""How a message that comes at once would reach people, for many in one query: what ``choices.frequencies_of`` says of one."""

from enum import StrEnum

from django.db.models import BooleanField, Case, CharField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.messaging.models import Channel, Frequency, NotificationChoice
from virtualclusters.capabilities.messaging.registry import Category


class Way(StrEnum):
    """By which way a person hears of it, or why by none but her page."""

    SMS = "sms"
    EMAIL = "email"
    SUMMARY = "summary"
    NO_NUMBER = "only_no_number"
    NO_YES = "only_no_yes"
    STOPPED = "only_stopped"


_DIGESTS = [str(Frequency.DAILY), str(Frequency.WEEKLY)]


def with_ways(people, category: Category):
    """The people with ``way``: SMS before e-mail; nobody hears by either who did not say yes to messages."""
    proven = Q(phone__isnull=False, phone_verified_at__isnull=False)
    mailed = Q(email__isnull=False) & ~Q(email="")
    at_once = str(Frequency.INSTANT)
    ways = [
        (~proven & ~mailed, Way.NO_NUMBER),
        (Q(said_yes=False), Way.NO_YES),
        (proven & Q(often_sms__in=["", at_once]), Way.SMS),
        (mailed & (Q(often_email=at_once) | Q(often_email="") & ~proven), Way.EMAIL),
        (proven & Q(often_sms__in=_DIGESTS) | mailed & Q(often_email__in=_DIGESTS), Way.SUMMARY),
    ]
    cases = [When(condition, then=Value(str(way))) for condition, way in ways]
    return people.annotate(
        said_yes=_said_yes(), often_sms=_often(category, Channel.SMS), often_email=_often(category, Channel.EMAIL)
    ).annotate(way=Case(*cases, default=Value(str(Way.STOPPED)), output_field=CharField()))


def _said_yes():
    said = Consent.objects.filter(person=OuterRef("pk"), purpose=Consent.Purpose.MESSAGES).order_by("-at", "-pk")
    return Coalesce(Subquery(said.values("given")[:1]), Value(False), output_field=BooleanField())


def _often(category, channel):
    chosen = NotificationChoice.objects.filter(person=OuterRef("pk"), category=category, channel=channel)
    return Coalesce(Subquery(chosen.values("frequency")[:1]), Value(""), output_field=CharField())
