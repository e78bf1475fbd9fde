"""The calculator for everybody, and an enterprise's own folder."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone, translation
from PIL import Image
from pypdfium2 import PdfDocument

from tests.factories import NOON, make_member, make_organisation, make_owner, make_unit
from virtualclusters.areas.late_payments import folder, operations, queries
from virtualclusters.areas.late_payments.interest import Payment
from virtualclusters.areas.late_payments.models import BankRate, Evidence, LatePayment
from virtualclusters.areas.late_payments.own_data import erase_person
from virtualclusters.capabilities.files.jobs import check_file
from virtualclusters.capabilities.files.models import File
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import OrganisationKind, Role, YearlyCheckIn

pytestmark = pytest.mark.django_db
INVOICE = {
    "buyer": "Sample Stores Ltd", "invoice_number": "S/17", "invoiced_on": date(2024, 1, 1), "amount": Decimal("100000.00"),
    "delivered_on": date(2024, 1, 1), "objection_removed_on": None, "agreed_days": None,
}  # fmt: skip
ASKED = {
    "amount": "1 lakh", "delivered_on_day": "1", "delivered_on_month": "1", "delivered_on_year": "2024", "until_day": "16",
    "until_month": "2", "until_year": "2024",
}  # fmt: skip


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"


@pytest.fixture
def owner():
    return make_owner(make_unit())


@pytest.fixture
def kept(owner):
    return operations.keep(actor=owner, at=NOON, **INVOICE)


def paper(name="invoice.jpg"):
    held = io.BytesIO()
    Image.new("RGB", (40, 40)).save(held, "JPEG")
    return SimpleUploadedFile(name, held.getvalue(), content_type="image/jpeg")


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def test_a_visitor_works_out_a_month_late_and_reads_how_it_arises(client):
    page = client.get("/en/late-payment/", ASKED).content.decode()

    told = ("₹1,01,687.50", "₹1,687.50", "31 days late", "20.25", "odr.msme.gov.in")
    assert [words in page for words in told] == [True] * 5
    assert LatePayment.objects.count() == 0


def test_what_was_typed_is_kept_beside_what_is_wrong(client):
    page = client.get("/en/late-payment/", {**ASKED, "paid_1": "500", "objection_removed_on_day": "40"})

    text = page.content.decode()
    assert (page.status_code, "Say on which day this was paid." in text) == (422, True)
    assert 'value="1 lakh"' in text


def test_more_than_was_left_to_pay_is_refused_beside_the_payment_and_what_was_typed_stays(client):
    day = {"paid_1_on_day": "1", "paid_1_on_month": "2", "paid_1_on_year": "2024"}

    page = client.get("/en/late-payment/", {**ASKED, "paid_1": "5 lakh", **day})

    told = "₹5,00,000 is more than was left to pay. On 1 February 2024 it was ₹1,00,870.97, with interest."
    assert (page.status_code, page.context["form"].errors) == (422, {"paid_1": [told]})
    text = page.content.decode()
    assert ('value="5 lakh"' in text, '<details class="vc-details" open>' in text) == (True, True)


def test_a_payment_larger_than_what_is_left_of_a_kept_invoice_is_refused_beside_it(owner, kept):
    day = {"day_day": "1", "day_month": "2", "day_year": "2024"}

    page = browser(owner).post(f"/en/late-payments/{kept.pk}/payment/", {"amount": "100870.98", **day})
    taken = browser(owner).post(f"/en/late-payments/{kept.pk}/payment/", {"amount": "100870.97", **day})

    told = "₹1,00,870.98 is more than was left to pay. On 1 February 2024 it was ₹1,00,870.97, with interest."
    assert (page.status_code, page.context["form"].errors) == (422, {"amount": [told]})
    assert (taken.status_code, list(kept.payments.values_list("amount", flat=True))) == (302, [Decimal("100870.97")])
    assert "16 days late" in browser(owner).get(f"/en/late-payments/{kept.pk}/").content.decode()


def test_a_second_tap_on_the_same_payment_is_refused_by_the_verb_itself(owner, kept):
    paid = {"late_payment_id": kept.pk, "day": date(2024, 2, 1), "amount": Decimal("60000"), "actor": owner, "at": NOON}
    operations.add_payment(**paid)

    with pytest.raises(Refused) as refused:
        operations.add_payment(**paid)

    assert (refused.value.code, kept.payments.count()) == ("more_than_owed", 1)


def test_an_invoice_made_smaller_than_what_was_paid_of_it_is_not_kept(owner):
    day = {"paid_1_on_day": "1", "paid_1_on_month": "2", "paid_1_on_year": "2024"}
    query = urlencode({**ASKED, "paid_1": "60000", **day})
    told = {**ASKED, "amount": "50000", "buyer": "Sample Buyer", "invoice_number": "7"}
    told |= {"invoiced_on_day": "1", "invoiced_on_month": "1", "invoiced_on_year": "2024"}

    page = browser(owner).post(f"/en/late-payments/new/?{query}", told)

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["amount"])
    assert LatePayment.objects.count() == 0


def test_a_day_before_the_first_known_rate_is_said_beside_the_field(client):
    page = client.get("/en/late-payment/", {**ASKED, "delivered_on_year": "2010"})

    assert "We know the bank rate from 6 June 2019 only." in page.content.decode()


def test_a_rate_that_nobody_compared_is_named_where_it_is_used(client):
    BankRate.objects.filter(day=date(2023, 2, 8)).update(is_checked=False)

    page = client.get("/en/late-payment/", ASKED).content.decode()

    assert "From 8 February 2023: 6.75 percent." in page


def test_an_owner_keeps_what_she_worked_out_with_its_part_payments(owner):
    query = "&".join(f"{name}={value}" for name, value in {**ASKED, "paid_1": "500", "paid_1_on_day": "5"}.items())
    query += "&paid_1_on_month=2&paid_1_on_year=2024"
    day = {"_day": "1", "_month": "1", "_year": "2024"}
    told = {"buyer": "Sample Stores", "invoice_number": "7", "amount": "100000", "agreed_days": ""}
    told |= {f"{name}{end}": value for name in ("invoiced_on", "delivered_on") for end, value in day.items()}

    answer = browser(owner).post(f"/en/late-payments/new/?{query}", told)

    kept = LatePayment.objects.get()
    assert (answer.status_code, kept.organisation) == (302, owner.organisation)
    assert list(kept.payments.values_list("day", "amount")) == [(date(2024, 2, 5), Decimal(500))]


def test_the_same_invoice_is_kept_once(owner, kept):
    with pytest.raises(Refused) as refused:
        operations.keep(actor=owner, at=NOON, **INVOICE)

    assert refused.value.code == "kept_already"


def test_another_enterprise_sees_nothing_of_it(kept):
    other = make_owner(make_unit())
    asked = [browser(other).get(f"/en/late-payments/{kept.pk}/{rest}") for rest in ("", "summary.pdf", "folder.zip")]

    assert [answer.status_code for answer in asked] == [404] * 3
    with pytest.raises(NotFound):
        operations.remove(late_payment_id=kept.pk, actor=other, at=NOON)


def test_staff_and_other_organisations_do_not_keep_late_payments(kept):
    staff = make_member(kept.organisation, role=Role.STAFF)

    assert browser(staff).get(f"/en/late-payments/{kept.pk}/").status_code == 403


def test_the_folder_holds_summary_table_and_the_papers_that_passed_their_check(owner, kept):
    for kind in ("invoice", "reminder"):
        operations.add_evidence(late_payment_id=kept.pk, kind=kind, upload=paper(), actor=owner, at=NOON)
    check_file(file_id=Evidence.objects.get(kind="invoice").file_id)

    answer = browser(owner).get(f"/en/late-payments/{kept.pk}/folder.zip")

    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert names == ["summary.pdf", "calculation.csv", "papers/01-invoice.jpg"]


def test_the_summary_can_be_read_out_of_the_pdf_in_english(kept):
    text = "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(folder.pdf(kept, at=NOON)))

    assert [words in text for words in ("Sample Stores Ltd", "S/17", "20.25", "missing")] == [True] * 4


def test_the_summary_is_set_in_hindi_too(kept):
    with translation.override("hi"):
        written = folder.pdf(kept, at=NOON)

    assert PdfDocument(written).get_metadata_value("Title") == "देर से भुगतान: तथ्य और ब्याज: Sample Stores Ltd"


def test_rates_of_other_days_with_the_same_figure_are_not_named_as_used(kept):
    BankRate.objects.filter(day=date(2023, 2, 8)).update(percent="6.50")
    used = queries.rates_used(queries.worked_out(kept, at=NOON))

    assert [row.day for row in used] == [
        date(2023, 2, 8),
        date(2025, 2, 7),
        date(2025, 4, 9),
        date(2025, 6, 6),
        date(2025, 12, 5),
    ]


def test_the_table_has_a_line_for_each_line_of_the_calculation(kept):
    rows = list(csv.reader(io.StringIO(folder.table(kept, at=NOON).decode("utf-8-sig"))))

    assert len(rows) == len(queries.worked_out(kept, at=NOON).lines) + 1
    assert rows[1] == ["2024-01-17", "2024-02-16", "31", "6.75", "20.25", "100000.00", "1687.50", "0", "101687.50"]


def test_a_payment_that_came_in_lowers_what_is_owed(owner, kept):
    before = queries.worked_out(kept, at=NOON).owed
    operations.add_payment(
        late_payment_id=kept.pk, day=date(2024, 2, 16), amount=Decimal("101687.50"), actor=owner, at=NOON
    )

    assert (before > 100_000, queries.worked_out(kept, at=NOON).owed) == (True, 0)


@pytest.mark.parametrize(("sales", "may"), [("to_40l", False), ("over_500cr", False), ("", None)])
def test_who_may_file_needs_a_small_size_and_an_udyam_number(owner, sales, may):
    YearlyCheckIn.objects.create(
        organisation=owner.organisation, year=2025, investment="to_10l", sales=sales, said_at=NOON, said_by=owner.person
    )

    assert queries.filing_of(owner.organisation, at=NOON).may is may


def test_an_invoice_that_is_taken_away_takes_its_papers_along(owner, kept):
    operations.add_evidence(late_payment_id=kept.pk, kind="invoice", upload=paper(), actor=owner, at=NOON)

    operations.remove(late_payment_id=kept.pk, actor=owner, at=NOON)

    assert (LatePayment.objects.count(), Evidence.objects.count(), File.objects.count()) == (0, 0, 0)


def test_a_person_who_is_erased_takes_the_invoices_of_her_closed_enterprise_along(owner, kept):
    erase_person(person=owner.person, at=NOON)
    before = LatePayment.objects.count()
    type(owner.organisation).objects.filter(pk=owner.organisation_id).update(closed_at=NOON)
    erase_person(person=owner.person, at=NOON)

    assert (before, LatePayment.objects.count()) == (1, 0)


def test_the_administrator_corrects_a_rate_with_its_circular_and_it_counts_at_once(kept):
    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))
    day = {"day_day": "8", "day_month": "2", "day_year": "2023"}

    browser(administrator).post(
        "/en/desk/bank-rates/", {**day, "percent": "6.00", "source": "C 1", "address": "https://rbi.example/1"}
    )

    row = BankRate.objects.get(day=date(2023, 2, 8))
    assert (row.percent, row.is_checked, row.set_by) == (Decimal("6.00"), True, administrator.person)
    assert queries.worked_out(kept, at=NOON).lines[0].interest == Decimal("1500.00")


def test_the_list_takes_as_many_queries_for_ten_invoices_as_for_one(owner, kept, django_assert_num_queries):
    rows = LatePayment.objects.filter(organisation=owner.organisation)
    for number in range(9):
        operations.keep(
            actor=owner,
            at=timezone.now(),
            payments=[Payment(date(2024, 2, 1), Decimal(1))],
            **{**INVOICE, "invoice_number": f"n{number}"},
        )

    with django_assert_num_queries(3):
        assert len(queries.worked_out_many(rows, at=NOON)) == 10
