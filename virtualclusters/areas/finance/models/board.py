"""A lender's own book, as its files tell it, and what its board allows. Money in rupees; nobody but the lender reads a row."""

from django.db import models
from django.db.models import Q

from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.size_class import SizeClass

NAMES = 80


class BookLoan(models.Model):
    """One loan of a lender's book. ``reference`` is the lender's own number, or the number of the application here.

    A loan that is paid out here stands in the book from then on, with what is known of the unit on that day, until a file names it.
    """

    lender = models.ForeignKey(Organisation, models.CASCADE, related_name="book_loans")
    reference = models.CharField(max_length=40)
    borrower = models.CharField(max_length=120)
    sector = models.CharField(max_length=NAMES, blank=True)
    sub_sector = models.CharField(max_length=NAMES, blank=True)
    district = models.CharField(max_length=NAMES, blank=True)
    size = models.CharField(max_length=10, choices=[(size.value, size.value) for size in SizeClass], blank=True)
    outstanding = models.DecimalField(max_digits=16, decimal_places=2, help_text="what is still owed")
    product = models.CharField(max_length=NAMES, blank=True, help_text="what the borrower's sales rest on most")
    product_percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, help_text="that product's share of the borrower's sales"
    )
    as_of = models.DateField()
    import_id = models.BigIntegerField(null=True)
    paid_out_here = models.BooleanField(
        default=False, help_text="no file has named it: what was paid out counts as owed"
    )

    class Meta:
        indexes = [
            models.Index(fields=["import_id"], name="book_loan_of_import", condition=Q(import_id__isnull=False)),
            models.Index(
                fields=["lender", "borrower"],
                include=["outstanding", "product", "product_percent"],
                name="book_by_borrower",
            ),
            models.Index(fields=["lender", "product"], name="book_by_product", condition=~Q(product="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["lender", "reference"], name="book_loan_once"),
            models.CheckConstraint(name="book_loan_owes", condition=Q(outstanding__gte=0)),
            models.CheckConstraint(
                name="book_loan_is_named", condition=~Q(borrower="") & (~Q(sector="") | Q(paid_out_here=True))
            ),
            models.CheckConstraint(
                name="book_loan_product_share",
                condition=Q(product="", product_percent=None) | ~Q(product="") & Q(product_percent__range=(0, 100)),
            ),
        ]

    def __str__(self):
        return self.reference


class BookCaps(models.Model):
    """What a lender's board allows. A cap that is not set measures nothing."""

    lender = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="book_caps")
    capital = models.DecimalField(max_digits=18, decimal_places=2, null=True, help_text="Tier 1 capital, in rupees")
    single_name_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, help_text="of the capital")
    sector_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, help_text="of the book")
    decided_on = models.DateField(null=True, help_text="when the board set them")

    class Meta:
        verbose_name_plural = "book caps"
        constraints = [
            models.CheckConstraint(
                name="book_cap_of_one_has_a_capital",
                condition=Q(single_name_percent=None)
                | Q(capital__gt=0, single_name_percent__gt=0, single_name_percent__lte=100),
            ),
            models.CheckConstraint(
                name="book_cap_of_a_sector",
                condition=Q(sector_percent=None) | Q(sector_percent__gt=0, sector_percent__lte=100),
            ),
        ]

    def __str__(self):
        return f"caps of {self.lender_id}"
