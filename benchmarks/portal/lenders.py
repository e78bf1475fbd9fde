"""The pages of lenders and of owners who borrow, with real ids, and sessions of who reads them. Prints one JSON object."""

import json
import sys
from dataclasses import asdict

import django

django.setup()

from django.urls import reverse  # noqa: E402

from benchmarks.portal.readers import BOARD, OWNER, Page, session_of  # noqa: E402
from virtualclusters.areas.finance.models import LoanApplication, PackageDetail, Stage  # noqa: E402
from virtualclusters.config.samples.making import organisation_of  # noqa: E402


def main():
    """The pages, the sessions, and how much there is of what."""
    lender = organisation_of("bank")
    own = LoanApplication.objects.filter(engagement__opportunity__unit__organisation=lender)
    counts = {
        "packages": PackageDetail.objects.count(),
        "applications": LoanApplication.objects.count(),
        "applications_of_the_lender": own.count(),
        "book_rows": lender.book_loans.count(),
        "paid_out_here": own.filter(stage=Stage.DISBURSED).count(),
    }
    sessions = {BOARD: session_of("+916000000072"), OWNER: session_of("+916000000001")}
    pages = [asdict(page) for page in _pages(own.filter(stage=Stage.DECISION).order_by("pk").first())]
    json.dump({"pages": pages, "sessions": sessions, "counts": counts}, sys.stdout)


def _pages(decided):
    board, loans, packages = reverse("lender_board"), reverse("lender_loans"), reverse("loans")
    shown = decided.engagement.opportunity_id
    listed = [
        ("board by sector", BOARD, board),
        ("board by district", BOARD, f"{board}?by=district"),
        ("board by borrower", BOARD, f"{board}?by=borrower"),
        ("board, a price falls", BOARD, f"{board}?product=Chilli&fall=30"),
        ("pipeline", BOARD, loans),
        ("pipeline, one stage", BOARD, f"{loans}?stage=decision"),
        ("pipeline, last page", BOARD, f"{loans}?page=last"),
        ("an application", BOARD, reverse("lender_loan", args=[decided.pk])),
        ("own packages", BOARD, reverse("lender_packages")),
        ("own package", BOARD, reverse("lender_package", args=[shown])),
        ("packages, cheapest", OWNER, packages),
        ("packages, best fit", OWNER, f"{packages}?order=best_fit"),
        ("a package", OWNER, reverse("loan", args=[shown])),
        ("three side by side", OWNER, f"{reverse('loans_compare')}?p={shown}&p={shown + 1}&p={shown + 2}"),
        ("apply", OWNER, reverse("apply_for_loan", args=[shown])),
        ("own applications", OWNER, reverse("my_loans")),
    ]
    return [Page(name, url, reader) for name, reader, url in listed]


if __name__ == "__main__":
    main()
