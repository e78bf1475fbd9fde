"""A wallet of papers, the sets made of them, who may read a set until when, who helps, and every opening."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.querysets import GrantQuerySet, HelperQuerySet, PaperQuerySet


class Wallet(models.Model):
    """Where one owner's papers are kept. The owner's row holds the key."""

    opened_at = models.DateTimeField()

    def __str__(self):
        return f"wallet {self.pk}"


class Paper(models.Model):
    """One paper. A newer one replaces it; the older stays as long as somebody may read it."""

    wallet = models.ForeignKey(Wallet, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20, choices=PaperKind)
    title = models.CharField(max_length=120, blank=True, help_text="the owner's own words; empty: the kind says it")
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", help_text="null: removed")
    is_borrowed = models.BooleanField(
        default=False, help_text="the file proves something elsewhere and stays when the paper is removed"
    )
    period_from = models.DateField(null=True, help_text="first day the paper speaks of")
    period_to = models.DateField(null=True, help_text="last day the paper speaks of")
    expires_on = models.DateField(null=True, help_text="last day on which it is valid; null: it does not end")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")
    removed_at = models.DateTimeField(null=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["wallet", "kind"], condition=Q(removed_at=None), name="paper_in_wallet"),
            models.Index(fields=["expires_on"], condition=Q(removed_at=None, replaced_by=None), name="paper_expiring"),
        ]
        constraints = [
            models.CheckConstraint(
                name="paper_period_is_whole",
                condition=Q(period_from=None, period_to=None)
                | Q(period_from__isnull=False, period_to__isnull=False, period_from__lte=F("period_to")),
            ),
            models.CheckConstraint(
                name="paper_is_there_or_removed",
                condition=Q(removed_at=None, file__isnull=False) | Q(removed_at__isnull=False, file=None, title=""),
            ),
            models.CheckConstraint(
                name="paper_replaced_by_another", condition=Q(replaced_by=None) | ~Q(replaced_by=F("id"))
            ),
        ]

    def __str__(self):
        return f"{self.kind} in wallet {self.wallet_id}"

    @property
    def name(self) -> str:
        """What the owner called it, or its kind in the language in use."""
        return self.title or str(self.get_kind_display())

    def has_expired_on(self, day) -> bool:
        """Whether it is no longer valid on a day in India."""
        return self.expires_on is not None and self.expires_on < day

    @property
    def is_refused(self) -> bool:
        """Whether its file was found not fit to be kept."""
        return self.file is not None and self.file.state == File.State.REFUSED

    @property
    def is_checked(self) -> bool:
        """Whether its file passed the check for harm, so that it can be opened."""
        return self.file is not None and self.file.state == File.State.CHECKED


class Dossier(models.Model):
    """Papers chosen for one purpose, and facts as they were on a day. It never changes: a change makes a new one."""

    wallet = models.ForeignKey(Wallet, models.PROTECT, related_name="dossiers")
    purpose = models.CharField(max_length=200, help_text="what it is for, as the reader reads it")
    papers = models.ManyToManyField(Paper, through="DossierPaper", related_name="dossiers")
    facts = models.JSONField(default=dict, help_text="name to value, as the caller wrote them down")
    facts_as_of = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["wallet", "-made_at"], name="dossier_of_wallet")]
        constraints = [models.CheckConstraint(name="dossier_has_a_purpose", condition=~Q(purpose=""))]

    def __str__(self):
        return f"dossier {self.pk} of wallet {self.wallet_id}"


class DossierPaper(models.Model):
    """That a paper is in a dossier."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="chosen")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="chosen")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "paper"], name="paper_once_in_dossier")]

    def __str__(self):
        return f"paper {self.paper_id} in dossier {self.dossier_id}"


class Grant(models.Model):
    """The owner's yes that one reader reads one dossier until a moment. Who that reader is, the caller's row knows."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="grants")
    reader = models.CharField(max_length=200, help_text="the reader's name, as the owner reads it")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    until = models.DateTimeField(help_text="the first moment at which it is over")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="null: the portal itself"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="why it was withdrawn, for the owner's own list")

    objects = GrantQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["dossier"], condition=Q(withdrawn_at=None), name="grant_not_withdrawn")]
        constraints = [
            models.CheckConstraint(name="grant_ends_after_it_begins", condition=Q(until__gt=F("given_at"))),
            models.CheckConstraint(name="grant_names_its_reader", condition=~Q(reader="")),
            models.CheckConstraint(
                name="grant_withdrawn_is_whole",
                condition=Q(withdrawn_at=None, withdrawn_by=None, reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_at__gte=F("given_at")),
            ),
        ]

    def __str__(self):
        return f"grant {self.pk} of dossier {self.dossier_id}"

    def is_live_at(self, moment) -> bool:
        """Whether the reader may read at a moment."""
        return self.withdrawn_at is None and self.given_at <= moment < self.until


class Helper(models.Model):
    """A person whom the owner asked to help with the papers. She adds and puts together; she never shows them to anyone."""

    wallet = models.ForeignKey(Wallet, models.PROTECT, related_name="helpers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    until = models.DateTimeField(help_text="the first moment at which it is over")
    withdrawn_at = models.DateTimeField(null=True, help_text="ended by either side, or declined")

    objects = HelperQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person"], condition=Q(withdrawn_at=None), name="helper_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["wallet", "person"], condition=Q(withdrawn_at=None), name="helper_once_a_wallet"
            ),
            models.CheckConstraint(name="helper_ends_after_asking", condition=Q(until__gt=F("asked_at"))),
            models.CheckConstraint(
                name="helper_agrees_after_asking", condition=Q(agreed_at=None) | Q(agreed_at__gte=F("asked_at"))
            ),
        ]

    def __str__(self):
        return f"helper {self.pk} of wallet {self.wallet_id}"

    def is_live_at(self, moment) -> bool:
        """Whether she agreed, and neither ended it, and its day has not come."""
        return self.agreed_at is not None and self.withdrawn_at is None and moment < self.until


class Look(models.Model):
    """One opening of a paper by somebody who is not its keeper. The portal may add to this table and change nothing in it."""

    grant = models.ForeignKey(Grant, models.PROTECT, null=True, related_name="looks")
    helper = models.ForeignKey(Helper, models.PROTECT, null=True, related_name="looks")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["paper", "-at"], name="look_at_paper")]
        constraints = [
            models.CheckConstraint(
                name="look_by_reader_or_helper",
                condition=Q(grant__isnull=False, helper=None) | Q(grant=None, helper__isnull=False),
            )
        ]

    def __str__(self):
        return f"look at paper {self.paper_id}"
