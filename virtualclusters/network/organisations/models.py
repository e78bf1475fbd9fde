"""Organisations of every kind, their units, their people and what the units can do."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.wallet.models import Wallet
from virtualclusters.network.organisations.bands import InvestmentBand, JobsBand, ProfitBand, SalesBand
from virtualclusters.network.organisations.querysets import (
    InvitationQuerySet,
    MembershipQuerySet,
    OrganisationQuerySet,
    UnitQuerySet,
)
from virtualclusters.network.vocabulary.models import Concept


class OrganisationKind(models.TextChoices):
    ENTERPRISE = "enterprise", _("Enterprise")
    ACADEMIC_INSTITUTION = "academic_institution", _("College or institute")
    TESTING_LABORATORY = "testing_laboratory", _("Testing laboratory")
    EXPERT_PRACTICE = "expert_practice", _("Expert or consultant")
    FINANCIAL_INSTITUTION = "financial_institution", _("Bank or financial institution")
    GOVERNMENT_BODY = "government_body", _("Government body")
    PUBLIC_UNDERTAKING = "public_undertaking", _("Public undertaking")
    NGO = "ngo", _("NGO")
    VOLUNTEER_EXECUTIVE = "volunteer_executive", _("Volunteer executive")
    INDUSTRY_ASSOCIATION = "industry_association", _("Industry association")
    ADMINISTRATOR = "administrator", _("Administrator")


class InstitutionKind(models.TextChoices):
    ENGINEERING_COLLEGE = "engineering_college", _("Engineering college")
    POLYTECHNIC = "polytechnic", _("Polytechnic")
    ITI = "iti", _("ITI")
    MBA_COLLEGE = "mba_college", _("MBA college")
    DESIGN_INSTITUTE = "design_institute", _("Design institute")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")


class Organisation(models.Model):
    """A firm, college, bank, office … A volunteer executive is an organisation of one.

    ``claimed_at`` is null while nobody of its own has said yes: a buyer known only from notices, or a firm that a helper
    registered. Until then nothing of it shows to others and nobody answers in its name.
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=24, choices=OrganisationKind)
    institution_kind = models.CharField(max_length=24, choices=InstitutionKind, blank=True)
    about = models.TextField(blank=True, max_length=2000)
    language = models.CharField(
        max_length=8, default="en", help_text="language of the name and of what is said about it"
    )
    website = models.URLField(blank=True)
    started_year = models.PositiveSmallIntegerField(null=True)
    women_owned = models.BooleanField(null=True, help_text="null: not said")
    sc_st_owned = models.BooleanField(null=True, help_text="null: not said")
    manufactures = models.BooleanField(null=True, help_text="false: trades only; null: not said")
    created_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="the helper, if one registered it",
    )
    claimed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    wallet = models.OneToOneField(
        Wallet, models.PROTECT, null=True, related_name="organisation", help_text="null until it first kept a paper"
    )
    is_sample = models.BooleanField(default=False)
    once = models.CharField(  # noqa: DJ001
        max_length=32, null=True, unique=True, help_text="token of the form that made it: sent twice, made once"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "name"], name="organisation_kind_name"),
            models.Index(fields=["id"], name="organisation_closed", condition=Q(closed_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="institution_kind_only_for_academic",
                condition=Q(kind=OrganisationKind.ACADEMIC_INSTITUTION) | Q(institution_kind=""),
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self):
        return self.name


class Unit(models.Model):
    """A place where an organisation works: plant, branch, campus, office, an expert's desk.

    The unit is the anchor of everything exchanged. ``latitude`` and ``longitude`` are degrees (WGS 84), from the PIN code's centroid.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    name = models.CharField(max_length=200, blank=True, help_text="empty: the organisation's name says it")
    address = models.CharField(max_length=300, blank=True)
    pin = models.CharField(max_length=6, blank=True)
    district = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=2, blank=True, help_text="two-letter code")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    works_remotely = models.BooleanField(default=False)
    languages = ArrayField(models.CharField(max_length=8), default=list)
    may_be_approached = models.BooleanField(default=True, help_text="others may invite it to answer")
    created_at = models.DateTimeField()
    renewed_at = models.DateTimeField(help_text="when somebody last said that the profile is true")
    expires_at = models.DateTimeField(help_text="from then on it does not show until renewed")
    closed_at = models.DateTimeField(null=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organisation"], name="unit_organisation"),
            models.Index(fields=["state", "district"], name="unit_state_district"),
            models.Index(fields=["expires_at"], name="unit_expires", condition=Q(closed_at=None)),
            models.Index(fields=["id"], name="unit_closed", condition=Q(closed_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="unit_pin_is_six_digits", condition=Q(pin="") | Q(pin__regex=r"^[1-9][0-9]{5}$")
            ),
            models.CheckConstraint(
                name="unit_point_is_whole",
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name or self.organisation.name


class Buyer(models.Model):
    """A buyer that notices and plans name: its name made comparable, and the unit that stands for it, claimed or not."""

    key = models.CharField(max_length=200, unique=True, help_text="buyers.buyer_key of the name")
    unit = models.OneToOneField(Unit, models.PROTECT, related_name="+")

    def __str__(self):
        return self.key


class Role(models.TextChoices):
    """What a person is in an organisation. Which permissions a role holds is said where the permission is (see roles.py)."""

    OWNER = "owner", _("Owner")
    MANAGER = "manager", _("Manager")
    OFFICER = "officer", _("Officer")
    COORDINATOR = "coordinator", _("Coordinator")
    STAFF = "staff", _("Staff")


class Membership(models.Model):
    """A person's role in an organisation. One person may be in several, one organisation has several people."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(ended_at=None), name="one_live_role_per_organisation"
            )
        ]

    def __str__(self):
        return f"{self.person_id} {self.role} of {self.organisation_id}"


class Invitation(models.Model):
    """A person is asked to say yes: to a role, or (as owner of what a helper registered) to the organisation itself.

    Saying yes needs her own code, because only she can sign in with her number. ``answered_at`` is set by yes and by no;
    an invitation nobody answered ends by itself at ``expires_at``.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=16, choices=Role)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(answered_at=None), name="one_open_invitation"
            ),
            models.CheckConstraint(
                name="invitation_answer_is_whole",
                condition=Q(answered_at=None, accepted=None) | Q(answered_at__isnull=False, accepted__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="invitation_ends", condition=Q(answered_at=None))]

    def __str__(self):
        return f"{self.person_id} asked to be {self.role} of {self.organisation_id}"


class ConceptRole(models.TextChoices):
    """What a concept is to a unit or to an opportunity."""

    MAKES = "makes", _("Makes")
    USES = "uses", _("Works with")
    CAN = "can", _("Can do")
    HOLDS = "holds", _("Holds")
    NEEDS = "needs", _("Needs")


class UnitConcept(models.Model):
    """One thing a unit makes, works with, can do, holds or needs; for machines and products with the capacity of a month."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="concepts")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=ConceptRole)
    capacity_a_month = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    capacity_unit = models.CharField(max_length=16, blank=True, help_text="kg, litre, piece, hour")
    by_hand = models.BooleanField(
        default=False, help_text="tapped by a person; reading her words again does not take it away"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "concept", "role"], name="unit_concept_once"),
            models.CheckConstraint(
                name="unit_capacity_has_a_unit",
                condition=Q(capacity_a_month=None, capacity_unit="") | Q(capacity_a_month__gt=0) & ~Q(capacity_unit=""),
            ),
        ]
        indexes = [models.Index(fields=["concept", "role"], name="unit_concept_who")]

    def __str__(self):
        return f"{self.unit_id} {self.role} {self.concept_id}"


class CapabilityWords(models.Model):
    """The owner's own words for one part of the profile, as typed; the concepts read from them stand beside."""

    class Part(models.TextChoices):
        PRODUCTS = "products", _("What you make")
        MACHINES = "machines", _("Your machines")
        MATERIALS = "materials", _("Materials you use")
        SERVICES = "services", _("Services you offer")
        SKILLS = "skills", _("Skills")
        CERTIFICATES = "certificates", _("Certificates")
        NEEDS = "needs", _("What you need")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="words")
    part = models.CharField(max_length=16, choices=Part)
    words = models.TextField(max_length=1000)
    language = models.CharField(max_length=8)
    written_at = models.DateTimeField()
    not_meant = ArrayField(
        models.BigIntegerField(), default=list, help_text="concepts a person took away: not read from the words again"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "part"], name="one_text_a_part")]

    def __str__(self):
        return f"{self.part} of {self.unit_id}"


class YearlyCheckIn(models.Model):
    """What an organisation says of one financial year (April to March), in bands; an empty band was not said."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="check_ins")
    year = models.PositiveSmallIntegerField(help_text="the year in which the financial year began")
    investment = models.CharField(max_length=16, choices=InvestmentBand, blank=True)
    sales = models.CharField(max_length=16, choices=SalesBand, blank=True)
    profit = models.CharField(max_length=16, choices=ProfitBand, blank=True)
    jobs = models.CharField(max_length=16, choices=JobsBand, blank=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="one_check_in_a_year")]

    def __str__(self):
        return f"{self.organisation_id} in {self.year}"
