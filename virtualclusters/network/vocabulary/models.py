"""What people make, use, know and need, as concepts with names in many languages; and the states of India.

Concepts are data: an administrator adds a sector without code. ``group`` is the one broader concept (turmeric powder →
spices → food processing); every other tie is a ``Relation``.
"""

import uuid

from django.db import models
from django.db.models import F, Q


class Concept(models.Model):
    class Kind(models.TextChoices):
        PRODUCT = "product"
        MACHINE = "machine"
        MATERIAL = "material"
        SERVICE = "service"
        SKILL = "skill"
        CERTIFICATE = "certificate"
        NEED = "need"
        GROUP = "group"
        SECTOR = "sector"

    class Status(models.TextChoices):
        ACTIVE = "active"
        PROPOSED = "proposed"
        RETIRED = "retired"

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    group = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="members", help_text="the broader concept"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    decides_compound = models.BooleanField(default=False, help_text="the last word decides: a mango pickle is a pickle")
    from_files = models.BooleanField(default=False, help_text="kept in step with the data files of this package")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concept_kind_known",
                condition=Q(
                    kind__in=[
                        "product",
                        "machine",
                        "material",
                        "service",
                        "skill",
                        "certificate",
                        "need",
                        "group",
                        "sector",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="concept_status_known", condition=Q(status__in=["active", "proposed", "retired"])
            ),
            models.CheckConstraint(name="concept_not_its_own_group", condition=~Q(group=F("id"))),
        ]

    def __str__(self):
        return self.slug


class ConceptName(models.Model):
    """One way to say a concept. ``und-Latn`` is any Indian language in Roman letters, as people type it."""

    ROMAN = "und-Latn"

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="names")
    language = models.CharField(max_length=8)
    text = models.CharField(max_length=120)
    preferred = models.BooleanField(default=False, help_text="the name shown in this language")
    key = models.CharField(max_length=120, db_index=True, help_text="foundation.scripts.roman_key of the text")
    from_files = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "language", "text"], name="name_unique_in_concept_and_language"),
            models.UniqueConstraint(
                fields=["concept", "language"], condition=Q(preferred=True), name="name_one_preferred_in_language"
            ),
            models.CheckConstraint(name="name_not_empty", condition=~Q(text="")),
        ]

    def __str__(self):
        return self.text


class ConceptCode(models.Model):
    """A suggestion only: the code of a certain recipe or machine can differ by ruling, which ``note`` then says.

    The code of a portal is the product category as its notices write it.
    """

    class System(models.TextChoices):
        HSN = "hsn", "HSN"
        NIC2008 = "nic2008", "NIC-2008"
        PORTAL = "portal", "Product category of tender portals"

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="codes")
    system = models.CharField(max_length=8, choices=System)
    code = models.CharField(max_length=60, db_index=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "system", "code"], name="code_unique_in_concept"),
            models.CheckConstraint(
                name="code_has_its_systems_shape",
                condition=Q(system="hsn", code__regex=r"^(\d{4}|\d{6}|\d{8})$")
                | Q(system="nic2008", code__regex=r"^\d{5}$")
                | Q(system="portal", code__regex=r"^\S.*\S$"),
            ),
        ]

    def __str__(self):
        return f"{self.get_system_display()} {self.code}"


class Relation(models.Model):
    """What a concept is for: a grinder for spices, raw honey for honey. One to a group holds for all its members.

    ``kind_of`` ties a narrower concept to a wider one that is no group (garam masala, spice mixtures); ``sold_with`` what stands
    beside it on the shelf, and is read both ways.
    """

    class Name(models.TextChoices):
        MACHINE_FOR = "machine_for"
        MATERIAL_FOR = "material_for"
        SERVICE_FOR = "service_for"
        CERTIFICATE_FOR = "certificate_for"
        SKILL_FOR = "skill_for"
        KIND_OF = "kind_of"
        SOLD_WITH = "sold_with"

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="relations")
    relation = models.CharField(max_length=20, choices=Name)
    other = models.ForeignKey(Concept, models.CASCADE, related_name="relations_to")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "relation", "other"], name="relation_unique"),
            models.CheckConstraint(
                name="relation_name_known",
                condition=Q(
                    relation__in=[
                        "machine_for",
                        "material_for",
                        "service_for",
                        "certificate_for",
                        "skill_for",
                        "kind_of",
                        "sold_with",
                    ]
                ),
            ),
            models.CheckConstraint(name="relation_not_to_itself", condition=~Q(concept=F("other"))),
        ]

    def __str__(self):
        return f"{self.concept_id} {self.relation} {self.other_id}"


class State(models.Model):
    """A state or union territory.

    Its GST and LGD codes differ for Andhra Pradesh, Ladakh and Daman and Diu: never join one on the other.
    """

    code = models.CharField(
        max_length=2, primary_key=True, help_text="two letters, as on vehicles, Udyam and company numbers"
    )
    gst_code = models.CharField(max_length=2, unique=True)
    lgd_code = models.PositiveSmallIntegerField(unique=True, help_text="Local Government Directory")
    former_gst_code = models.CharField(max_length=2, blank=True)
    other_codes = models.JSONField(
        default=list, blank=True, help_text="other two-letter codes in use, such as KR for Karnataka in Udyam"
    )
    languages = models.JSONField(default=list, help_text="official languages, the first one first")
    name = models.CharField(max_length=60, unique=True)
    hindi_name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Edition(models.Model):
    """One row. ``number`` is new whenever a concept or a name changes: every process then reads it all again."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.UUIDField(default=uuid.uuid4)
    files = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the data files loaded last")

    class Meta:
        constraints = [models.CheckConstraint(name="edition_is_one_row", condition=Q(id=1))]

    def __str__(self):
        return str(self.number)


class UnknownWord(models.Model):
    """A word that people typed and that names nothing we know, until somebody decides what it is.

    ``examples`` are a few words around it; in them every word that we do not know, and every number, is a dot, so that no name
    of a person or a firm stands there. Who typed it is kept nowhere.
    """

    class Decision(models.TextChoices):
        OPEN = "open"
        NAME = "name"
        NOTHING = "nothing"

    word = models.CharField(max_length=40, unique=True, help_text="folded, in the script it was typed in")
    language = models.CharField(max_length=8, help_text="of the page or the text it was first typed in")
    examples = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.OPEN)
    concept = models.ForeignKey(Concept, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unknown_word_decision_known", condition=Q(decision__in=["open", "name", "nothing"])
            ),
            models.CheckConstraint(
                name="unknown_word_decided_or_open",
                condition=Q(decision="open", decided_at=None) | (~Q(decision="open") & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return self.word


class UnknownWordTeller(models.Model):
    """That one more person typed a word. ``mark`` tells two people apart and cannot be led back to one, nor from word to word."""

    word = models.ForeignKey(UnknownWord, models.CASCADE, related_name="tellers")
    mark = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "mark"], name="unknown_word_teller_once")]

    def __str__(self):
        return f"{self.word_id} {self.mark}"


class UnknownWordDay(models.Model):
    """How often a word was typed on a day in India, counted up to a limit."""

    MOST = 1_000

    word = models.ForeignKey(UnknownWord, models.CASCADE, related_name="days")
    day = models.DateField()
    typed = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "day"], name="unknown_word_day_once"),
            models.CheckConstraint(name="unknown_word_day_capped", condition=Q(typed__gte=1, typed__lte=1_000)),
        ]

    def __str__(self):
        return f"{self.word_id} {self.day}: {self.typed}"


class UnknownWordsOfDay(models.Model):
    """How much was counted on a day in India: of one person, and under the empty ``mark`` the words kept for the first time.

    Nobody may fill the tables without end. The mark of a person is another one each day; the row goes when its day is over.
    """

    day = models.DateField()
    mark = models.CharField(max_length=32, blank=True)
    counted = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "mark"], name="unknown_words_of_day_once")]

    def __str__(self):
        return f"{self.day}: {self.counted}"
