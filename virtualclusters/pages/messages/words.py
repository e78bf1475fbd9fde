"""How categories, channels and frequencies of messages read on screen."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.models import Channel, Frequency
from virtualclusters.capabilities.messaging.registry import Category

CATEGORIES = {
    Category.REPLY: _("Somebody answers you"),
    Category.DEADLINE: _("A last day is near"),
    Category.DECISION: _("A decision about you"),
    Category.ASKED: _("A search you keep, told at once"),
    Category.NOTICE: _("A notice from an office"),
    Category.MATCH: _("New work that fits you"),
    Category.CLUSTER: _("News of your cluster"),
    Category.ACCOUNT: _("Your account"),
}
CHANNELS = {Channel.SMS: _("By SMS"), Channel.EMAIL: _("By e-mail")}
FREQUENCIES = {
    Frequency.INSTANT: _("At once"),
    Frequency.DAILY: _("Once a day"),
    Frequency.WEEKLY: _("Once a week"),
    Frequency.NEVER: _("Never"),
}
