"""The lender stands beside each application, and indexes serve the pages that lenders open all day."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Q, Subquery

LENDER = {
    "db_index": False,
    "help_text": "whose package it is: copied, for it never changes",
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": "organisations.organisation",
}


def name_lenders(apps, schema_editor):
    """Copy whose package each application is for."""
    applications = apps.get_model("finance", "LoanApplication").objects
    own = applications.filter(pk=OuterRef("pk")).values("engagement__opportunity__unit__organisation")
    applications.update(lender=Subquery(own))
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0003_need"),
        ("finance", "0004_book_of_here"),
        ("organisations", "0004_wallet"),
    ]

    operations = [
        migrations.AddField("loanapplication", "lender", models.ForeignKey(**LENDER, null=True)),
        migrations.RunPython(name_lenders, migrations.RunPython.noop),
        migrations.AlterField("loanapplication", "lender", models.ForeignKey(**LENDER)),
        migrations.AddIndex(
            "loanapplication", models.Index(fields=["lender", "stage", "stage_since"], name="loan_of_lender")
        ),
        migrations.AddIndex(
            "loanapplication",
            models.Index(
                condition=Q(("stage", "closed"), _negated=True), fields=["lender", "stage_since"], name="loan_oldest"
            ),
        ),
        migrations.AddIndex(
            "bookloan",
            models.Index(
                fields=["lender", "borrower"],
                include=("outstanding", "product", "product_percent"),
                name="book_by_borrower",
            ),
        ),
        migrations.AddIndex(
            "bookloan",
            models.Index(
                condition=Q(("product", ""), _negated=True), fields=["lender", "product"], name="book_by_product"
            ),
        ),
    ]
