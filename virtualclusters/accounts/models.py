"""People and what they agreed to."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class PersonManager(BaseUserManager):
    def create_user(self, *, phone=None, email=None, **fields):
        """A person who signs in by codes: she has no password."""
        person = self.model(phone=phone, email=email, **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, login):
        return self.get(Q(phone=login) | Q(email__iexact=login))


class Person(AbstractBaseUser, PermissionsMixin):
    """Someone who uses the portal. Erasure empties the row and never removes it, so that history keeps its shape."""

    id = models.BigAutoField(primary_key=True)
    phone = models.CharField(max_length=16, null=True, unique=True, help_text="E.164, such as +919876543210")  # noqa: DJ001
    phone_verified_at = models.DateTimeField(null=True)
    email = models.EmailField(null=True)  # noqa: DJ001
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=8, default="en")
    joined_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)
    is_sample = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    second_factor_due_at = models.DateTimeField(
        null=True, help_text="until then a role that needs one may work without"
    )
    sign_ins = models.PositiveIntegerField(
        default=0, help_text="how often she signed in; the second time a passkey is offered"
    )

    objects = PersonManager()

    USERNAME_FIELD = "id"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_unique"),
            models.CheckConstraint(
                name="person_phone_is_e164", condition=Q(phone=None) | Q(phone__regex=r"^\+[1-9][0-9]{7,14}$")
            ),
            models.CheckConstraint(
                name="person_erased_is_empty",
                condition=Q(erased_at=None) | Q(phone=None, email=None, name="", is_active=False),
            ),
        ]

    def __str__(self):
        return self.name or f"person {self.pk}"


class SignIn(models.Model):
    """One device on which a person is signed in. The row lives as long as the session whose key it holds."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="open_sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=20, blank=True, help_text="android, iphone, windows, mac, linux or empty")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="sign_in_latest")]

    def __str__(self):
        return f"person {self.person_id} on {self.device or 'a device'}"


class Consent(models.Model):
    """One act of consenting or withdrawing, kept for ever: what was said to whom, in which words, by which channel."""

    class Purpose(models.TextChoices):
        REGISTER = "register"
        SHOW_PROFILE = "show_profile"
        BE_APPROACHED = "be_approached"
        MESSAGES = "messages"
        REGISTERED_BY_HELPER = "registered_by_helper"
        STUDENT_PROJECTS = "student_projects"
        GUARDIAN_OF_STUDENT = "guardian_of_student"
        OWNERS_FOR_SCHEMES = "owners_for_schemes"
        OWNERS_FOR_NOTICES = "owners_for_notices"
        OWNERS_FOR_HELP = "owners_for_help"

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=40, choices=Purpose)
    given = models.BooleanField(help_text="false: withdrawn")
    notice = models.CharField(max_length=64, help_text="name and version of the notice that was shown")
    language = models.CharField(max_length=8)
    channel = models.CharField(max_length=20, help_text="web, code, paper")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "purpose", "-at"], name="consent_latest")]

    def __str__(self):
        return f"{self.purpose} {'given' if self.given else 'withdrawn'}"
