import hashlib
import io
import re
from datetime import datetime, timedelta

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.certificates import fonts, printing
from virtualclusters.capabilities.certificates.codes import ALPHABET, new_code, normalise, shown
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.capabilities.certificates.operations import erase_holder, issue, revoke
from virtualclusters.capabilities.certificates.queries import certificates_of, find
from virtualclusters.capabilities.certificates.store import path_of
from virtualclusters.capabilities.certificates.tests.reading_aloud import spoken
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 21, 12, tzinfo=IST)
WORDS = {
    "en": {
        "title": "Safe honey processing",
        "statement": "has completed the training",
        "holder_name": "Asha Deshmukh (sample)",
        "issuer": "Sample Institute of Food, Pune",
        "facts": [("Place", "Pune"), ("Hours", "30")],
    },
    "hi": {
        "title": "शहद का सुरक्षित प्रसंस्करण",
        "statement": "ने प्रशिक्षण पूरा किया है",
        "holder_name": "आशा देशमुख (नमूना)",
        "issuer": "नमूना खाद्य संस्थान, पुणे",
        "facts": [("स्थान", "पुणे"), ("घंटे", "30")],
    },
    "ur": {
        "title": "شہد کی محفوظ پروسیسنگ",
        "statement": "نے تربیت مکمل کی ہے",
        "holder_name": "آشا دیشمکھ",
        "issuer": "نمونہ ادارہ پونے",
        "facts": [("مقام", "پونے"), ("گھنٹے", "30")],
    },
}


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """PDFs of a test lie in its own folder; the address is a fixed one."""
    settings.VIRTUALCLUSTERS_STATE, settings.SITE_ADDRESS = tmp_path, "https://clusters.example"


@pytest.fixture(scope="session", autouse=True)
def built_fonts():
    """The fonts of the npm lock file, as ``make assets`` brings them."""
    fonts.build()


@pytest.fixture
def asha(db):
    return Person.objects.create_user(phone="+919800000021", name="Asha Deshmukh")


@pytest.fixture
def issued(db):
    def make(language="en", **more):
        return issue(**{**WORDS[language], "language": language, "at": NOON, **more})

    return make


def said_on(language):
    words = WORDS[language]
    return [
        words["holder_name"],
        words["statement"],
        words["title"],
        words["issuer"],
        *(part for fact in words["facts"] for part in fact),
    ]


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_word_of_the_page_is_read_aloud_as_it_was_written(issued, language):
    text = spoken(printing.pdf(issued(language)))

    assert [words for words in said_on(language) if words not in text] == []


def test_every_word_of_an_urdu_page_is_read_aloud_whole(issued):
    spoken_words = re.split(r"[\s،]+", spoken(printing.pdf(issued("ur"))))
    written = [word for words in said_on("ur") for word in words.split()]

    assert [word for word in written if word not in spoken_words] == []


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_the_pdf_claims_the_accessible_standard_and_names_its_language_and_title(issued, language):
    with pikepdf.open(io.BytesIO(printing.pdf(issued(language)))) as document:
        metadata = document.open_metadata()
        claims = (
            metadata["pdfuaid:part"],
            bool(document.Root.MarkInfo.Marked),
            str(document.Root.Lang),
            len(document.pages),
        )
        title, box = metadata["dc:title"], [round(float(side)) for side in document.pages[0].mediabox]

    assert (claims, box) == (("1", True, language, 1), [0, 0, 842, 595])
    assert WORDS[language]["holder_name"] in title


def test_number_and_address_stand_on_the_page(issued):
    certificate = issued()
    text = spoken(printing.pdf(certificate))

    assert (shown(certificate.code) in text, f"clusters.example/v/{certificate.code}" in text) == (True, True)


def test_what_people_typed_is_never_read_as_markup(issued):
    name = '#eval("1") *bold* $x^2$ @ref <label> "quoted" \\'
    text = spoken(printing.pdf(issued(holder_name=name)))

    assert name in text


def test_long_names_and_titles_stay_on_one_page(issued):
    content = printing.pdf(issued(holder_name="Venkatanarasimharajuvaripeta " * 4, title="Safe honey " * 18))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages) == 1


def test_a_sample_says_so(issued):
    assert "Sample, not a real certificate" in spoken(printing.pdf(issued(is_sample=True)))


def test_printing_again_gives_the_same_bytes(issued):
    certificate = issued()

    assert printing.printed(certificate) == printing.printed(certificate)


def test_the_worker_prints_and_notes_the_digest(issued):
    certificate = issued()
    ran = run_jobs()
    certificate.refresh_from_db()

    assert (ran, certificate.pdf_sha256) == (
        ["certificates.print"],
        hashlib.sha256(path_of(certificate.pk).read_bytes()).hexdigest(),
    )


def test_a_code_is_found_however_it_was_typed(issued):
    certificate = issued()
    typed = [
        certificate.code,
        shown(certificate.code),
        f" {shown(certificate.code).lower()} ",
        certificate.code.replace("", " "),
    ]

    assert [find(code).holder for code in typed] == ["Asha Deshmukh (sample)"] * 4


@pytest.mark.parametrize("code", ["", "34679", "0OIL1BS5Z2UV", "34679CDFGHJK", "x" * 5000, "' OR 1=1"])
def test_a_code_that_nobody_has_is_not_found(db, code):
    assert find(code) is None


def test_codes_use_no_sign_that_looks_like_another_and_differ():
    codes = {new_code() for _number in range(1_000)}

    assert (set(ALPHABET) & set("0O1IL2Z5S8BUVAEIOU"), len(codes), {normalise(code) for code in codes} == codes) == (
        set(),
        1_000,
        True,
    )


def test_the_check_says_holder_title_issuer_and_date(issued):
    found = find(issued().code)

    assert (found.holder, found.title, found.issuer, found.issued_at, found.status) == (
        "Asha Deshmukh (sample)",
        "Safe honey processing",
        "Sample Institute of Food, Pune",
        NOON,
        "valid",
    )


def test_a_revoked_certificate_is_found_as_revoked_with_its_reason(issued):
    certificate = issued()
    revoke(certificate_id=certificate.pk, reason="Issued twice by mistake.", at=NOON + timedelta(days=1))
    found = find(certificate.code)

    assert (found.status, found.revoked_reason, found.revoked_at) == (
        "revoked",
        "Issued twice by mistake.",
        NOON + timedelta(days=1),
    )


@pytest.mark.parametrize(("reason", "code"), [("again", "already_revoked"), (" ", "no_reason")])
def test_revoking_twice_or_without_a_reason_is_refused(issued, reason, code):
    certificate = issued()
    if code == "already_revoked":
        revoke(certificate_id=certificate.pk, reason="first", at=NOON)
    with pytest.raises(Refused) as refused:
        revoke(certificate_id=certificate.pk, reason=reason, at=NOON)

    assert refused.value.code == code


def test_revoking_what_does_not_exist_is_not_found(db):
    with pytest.raises(NotFound):
        revoke(certificate_id=404, reason="x", at=NOON)


def test_erasure_empties_the_holder_and_keeps_the_code_taken(issued, asha, django_capture_on_commit_callbacks):
    certificate = issued(holder=asha)
    printing.pdf(certificate)
    with django_capture_on_commit_callbacks(execute=True):
        erase_holder(person=asha, at=NOON)
    certificate.refresh_from_db()

    assert (find(certificate.code).holder, find(certificate.code).status, certificate.holder) == ("", "erased", None)
    assert (path_of(certificate.pk).exists(), list(certificates_of(asha))) == (False, [])
    with pytest.raises(NotFound):
        printing.pdf(certificate)


@pytest.mark.parametrize(
    ("change", "code"), [({"holder_name": "  "}, "no_holder_name"), ({"facts": [("a", "b")] * 5}, "too_many_facts")]
)
def test_what_cannot_be_printed_is_refused(issued, change, code):
    with pytest.raises(Refused) as refused:
        issued(**change)

    assert (refused.value.code, Certificate.objects.count()) == (code, 0)


def test_the_database_refuses_a_code_that_cannot_be_typed_and_a_silent_revocation(issued):
    certificate = issued()
    for change in ({"code": "O" * 12}, {"revoked_at": NOON}, {"holder_name": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Certificate.objects.filter(pk=certificate.pk).update(**change)
