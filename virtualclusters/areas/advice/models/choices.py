"""The words people choose from when they offer or ask for advice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FeeBand(models.TextChoices):
    """What an adviser usually takes for a day, in rupees. A band, never a price: nobody bids for a case."""

    FREE = "free", _("Free of charge")
    TO_2000 = "to_2000", _("Up to ₹2,000 a day")
    TO_5000 = "to_5000", _("₹2,000 to ₹5,000 a day")
    TO_10000 = "to_10000", _("₹5,000 to ₹10,000 a day")
    ABOVE_10000 = "above_10000", _("More than ₹10,000 a day")


class Pays(models.TextChoices):
    """Who shall pay for the help."""

    FREE = "free", _("It must be free")
    UNIT = "unit", _("We can pay for it")
    SCHEME = "scheme", _("A government scheme shall pay")


class PaidBy(models.TextChoices):
    """Who pays, as both sides agreed."""

    NOBODY = "nobody", _("Nobody: it is free")
    UNIT = "unit", _("The unit")
    SCHEME = "scheme", _("A government scheme")


class Urgency(models.TextChoices):
    """How soon help is needed."""

    THIS_WEEK = "this_week", _("This week")
    THIS_MONTH = "this_month", _("This month")
    NO_HURRY = "no_hurry", _("There is no hurry")


class Way(models.TextChoices):
    """How two people meet."""

    PHONE = "phone", _("By phone")
    VIDEO = "video", _("By video")
    VISIT = "visit", _("At the unit")


class Reach(models.TextChoices):
    """How far a request has widened: each step asks people farther away, the last one a facilitator."""

    NEAR = "near", _("Near you")
    WIDER = "wider", _("Farther away")
    REMOTE = "remote", _("By phone or video from anywhere")
    FACILITATOR = "facilitator", _("Your facilitator looks for help")


class FeeLine(models.TextChoices):
    """What an adviser says about money with her yes."""

    FIRST_FREE = "first_free", _("The first talk is free")
    ALL_FREE = "all_free", _("All of it is free")
    USUAL = "usual", _("My usual fee, from the first talk on")


class Confidential(models.TextChoices):
    """What may be told of a case."""

    OPEN = "open", _("Names and figures may be told")
    NAMELESS = "nameless", _("Figures may be told, without names")
    CLOSED = "closed", _("Nothing may be told")


class Conflict(models.TextChoices):
    """Whether an adviser has an interest of her own in the case."""

    NONE = "none", _("I have no interest of my own in this")
    SOME = "some", _("I have an interest, and I say which")


class Share(models.TextChoices):
    """How much of a change came from the help, in the unit's own judgement."""

    ALL = "all", _("All of it")
    PART = "part", _("A part of it")
    LITTLE = "little", _("Little of it")
    NOTHING = "nothing", _("Nothing of it")


class Approached(models.TextChoices):
    """What came of trying to reach a unit with an offer of help."""

    SENT = "sent", _("Reached")
    ASKED_ENOUGH = "asked_enough", _("Others wrote to them this week: we do not flood anybody")
    NOT_APPROACHED = "not_approached", _("They do not want to be approached")
    ALREADY = "already", _("They answered or were invited already")
    NOT_FIT = "not_fit", _("They cannot answer this offer")
