"""Numbers stated, cases to be checked, and what was decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.files.models import File
from virtualclusters.foundation.identifiers import IdentifierKind, masked
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.verification.kinds import NAMES
from virtualclusters.network.verification.queries import CaseQuerySet, IdentifierQuerySet
from virtualclusters.network.verification.sealing import unseal


class Identifier(models.Model):
    """One number an organisation stated. Every fact about it stands for itself; none is concluded from another.

    ``cross_check_ok`` is null when there was nothing to compare it with. ``paper_says`` is the holder's own word for
    what the paper is (an FSSAI licence or registration), since the number does not tell.
    """

    class Paper(models.TextChoices):
        LICENCE = "licence", _("Licence")
        REGISTRATION = "registration", _("Registration")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=12, choices=[(kind.value, NAMES[kind]) for kind in IdentifierKind])
    sealed = models.TextField(help_text="the number in its normal form, sealed")
    blind_index = models.CharField(max_length=64, help_text="keyed digest of kind and number, for finding duplicates")
    paper_says = models.CharField(max_length=12, choices=Paper, blank=True)
    stated_at = models.DateTimeField()
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    format_ok = models.BooleanField()
    cross_check_ok = models.BooleanField(null=True)
    evidence = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")
    evidence_at = models.DateTimeField(null=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verified_as = models.CharField(max_length=16, blank=True, help_text="role of the verifier")
    verified_for = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", help_text="institution of the verifier"
    )
    recheck_at = models.DateTimeField(null=True, help_text="when a verified number is to be looked at again")
    shows_women_owned = models.BooleanField(
        null=True, help_text="the verifier read on the Udyam certificate that women own it; null: not looked at"
    )
    shows_sc_st_owned = models.BooleanField(null=True, help_text="the same of SC or ST persons")
    withdrawn_at = models.DateTimeField(null=True)

    objects = IdentifierQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "blind_index"],
                condition=Q(withdrawn_at=None),
                name="identifier_stated_once",
            ),
            models.CheckConstraint(
                name="identifier_verified_is_whole",
                condition=Q(verified_at=None, verified_by=None, verified_as="", recheck_at=None)
                | Q(verified_at__isnull=False, verified_by__isnull=False, recheck_at__isnull=False)
                & ~Q(verified_as=""),
            ),
            models.CheckConstraint(
                name="identifier_owner_read_on_verified_udyam",
                condition=Q(shows_women_owned=None, shows_sc_st_owned=None)
                | Q(kind="udyam", verified_at__isnull=False),
            ),
            models.CheckConstraint(
                name="identifier_verified_needs_paper",
                condition=Q(verified_at=None) | Q(evidence__isnull=False, format_ok=True),
            ),
            models.CheckConstraint(
                name="identifier_evidence_has_a_time",
                condition=Q(evidence=None, evidence_at=None) | Q(evidence__isnull=False, evidence_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["blind_index"], condition=Q(withdrawn_at=None), name="identifier_duplicates")]

    def __str__(self):
        return f"{self.kind} of {self.organisation_id}"

    @property
    def number(self) -> str:
        """The number itself. Only its owner and who checks it may read it."""
        return unseal(self.sealed)

    @property
    def masked_number(self) -> str:
        """The number with all but its last four signs covered."""
        return masked(self.number)

    @property
    def name(self) -> str:
        """The register in the words people know."""
        return str(NAMES[IdentifierKind(self.kind)])


class CannedReason(models.Model):
    """A reason for sending a case back, on one of the keys 1 to 9.

    ``sentences`` maps a language to what the owner reads.
    """

    code = models.SlugField(max_length=40, primary_key=True)
    position = models.PositiveSmallIntegerField(unique=True)
    sentences = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(name="canned_reason_has_a_key", condition=Q(position__gte=1, position__lte=9)),
            models.CheckConstraint(
                name="canned_reason_in_english_and_hindi", condition=Q(sentences__has_keys=["en", "hi"])
            ),
        ]

    def __str__(self):
        return self.sentence()

    def sentence(self, language: str | None = None) -> str:
        """What the owner reads, in a language (the active one when none is named) or in English."""
        return self.sentences.get(language or translation.get_language(), self.sentences["en"])


class Case(models.Model):
    """What a verifier is to look at: a number with its paper, or an organisation as such (``identifier`` is null).

    A skipped case waits an hour and comes back. While ``claimed_until`` lies ahead nobody else is given it.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waiting")
        SKIPPED = "skipped", _("Put aside")
        APPROVED = "approved", _("Verified")
        RETURNED = "returned", _("Sent back")
        WITHDRAWN = "withdrawn", _("Withdrawn by the owner")

    WAITING = (State.OPEN, State.SKIPPED)
    DECIDED = (State.APPROVED, State.RETURNED)

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases")
    identifier = models.ForeignKey(Identifier, models.PROTECT, null=True, related_name="cases")
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    opened_at = models.DateTimeField()
    rests_until = models.DateTimeField(null=True, help_text="a skipped case is not given out before")
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.ForeignKey(CannedReason, models.PROTECT, null=True, related_name="+")
    owner_told_at = models.DateTimeField(null=True, help_text="from then on the decision cannot be undone")
    undone_at = models.DateTimeField(null=True, help_text="when the last decision was taken back")
    kept_for_audit = models.BooleanField(default=False, help_text="held out of a batch, to be looked at by hand")

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "identifier"],
                condition=Q(state__in=["open", "skipped"]),
                nulls_distinct=False,
                name="one_waiting_case_a_subject",
            ),
            models.CheckConstraint(
                name="case_decided_is_whole",
                condition=Q(state__in=["open", "skipped", "withdrawn"], decided_by=None, decided_at=None)
                | Q(state__in=["approved", "returned"], decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="case_returned_has_a_reason",
                condition=Q(state="returned", reason__isnull=False) | ~Q(state="returned") & Q(reason=None),
            ),
            models.CheckConstraint(
                name="case_skipped_rests", condition=~Q(state="skipped") | Q(rests_until__isnull=False)
            ),
            models.CheckConstraint(
                name="case_told_was_decided", condition=Q(owner_told_at=None) | Q(decided_at__isnull=False)
            ),
            models.CheckConstraint(
                name="case_claim_is_whole",
                condition=Q(claimed_by=None, claimed_until=None)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "opened_at"], condition=Q(state__in=["open", "skipped"]), name="case_queue"),
            models.Index(fields=["decided_by", "-decided_at"], name="case_of_verifier"),
        ]

    def __str__(self):
        return f"case {self.pk}: {self.state}"


class Decision(models.Model):
    """One act on a case, kept for ever: the portal may add to this table and change nothing in it."""

    class Verdict(models.TextChoices):
        APPROVED = "approved", _("Verified")
        RETURNED = "returned", _("Sent back")
        SKIPPED = "skipped", _("Put aside")
        UNDONE = "undone", _("Taken back")

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=12, choices=Verdict)
    reason = models.ForeignKey(CannedReason, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(max_length=16)
    institution = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    in_batch = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decision_returned_has_a_reason",
                condition=Q(verdict="returned", reason__isnull=False) | ~Q(verdict="returned") & Q(reason=None),
            ),
        ]

    def __str__(self):
        return f"{self.verdict} case {self.case_id}"
