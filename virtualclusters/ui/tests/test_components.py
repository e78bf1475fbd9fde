import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from virtualclusters.ui.cards import Act, MatchCard

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


def render(source, path="/en/", **values):
    with translation.override("en"):
        context = Context({"request": RequestFactory().get(path), "csrf_token": "token", **values})
        return Template("{% load ui %}" + source).render(context)


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


CARD = MatchCard(
    title="Turmeric powder",
    href="/o/1/",
    who="Annapurna Foods",
    reasons_for=["You make turmeric", "They buy from micro units", "a third reason"],
    reason_against="They ask for a licence",
    place="Nashik",
    distance_km=140,
    money=Decimal(250000),
    closes_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
    act=Act("I'm interested", "/o/1/yes/", once="abc"),
    dismiss=Act("Not for me", "/o/1/no/"),
    is_new=True,
)


def test_a_match_card_reads_aloud_what_who_why_and_until_when():
    assert words(render("{% match_card card %}", card=CARD, now=NOON)) == (
        "New Turmeric powder Annapurna Foods You make turmeric They buy from micro units Against: They ask for a licence "
        "Place Nashik · 140 km Money ₹2.5 lakh Last date Closes in 3 days, 24 November 2026 "
        "I&#x27;m interested : Turmeric powder Not for me : Turmeric powder"
    )


def test_the_acts_of_a_card_are_forms_with_their_tokens():
    html = render("{% match_card card %}", card=CARD, now=NOON)

    assert (html.count('name="csrfmiddlewaretoken"'), html.count('name="once" value="abc"')) == (2, 1)


def test_an_answered_card_offers_only_to_undo():
    card = MatchCard(title="T", href="/o/1/", answered="Sent.", act=Act("Yes", "/y/"), undo=Act("Undo", "/u/"))

    assert re.findall(r'action="([^"]+)"', render("{% match_card card %}", card=card)) == ["/u/"]


def test_what_people_wrote_is_escaped_in_every_component():
    evil = "<img src=x onerror=alert(1)>"
    card = MatchCard(title=evil, href="/", who=evil, reasons_for=[evil], place=evil, money=evil, key=evil)
    sources = [
        "{% match_card card %}",
        "{% tag evil %}",
        "{% button evil %}",
        "{% badge what=evil verified=True by=evil at=now %}",
    ]
    sources += ["{% details evil %}{{ evil }}{% enddetails %}", "{% sms sender=evil %}{{ evil }}{% endsms %}"]
    sources += ["{% panel title=evil %}{{ evil }}{% endpanel %}", "{% card %}{{ evil }}{% endcard %}"]

    assert [source for source in sources if "<img" in render(source, evil=evil, card=card, now=NOON)] == []


def test_a_format_check_and_a_verification_are_told_in_different_words():
    checked = words(render("{% badge what='Udyam' %}"))
    verified = words(render("{% badge what='Udyam' verified=True by='A. Rao' at=now %}", now=NOON))

    assert (checked, verified) == ("Udyam: format checked", "Udyam: verified by A. Rao, 21 November 2026")


def test_pages_keep_the_rest_of_the_address():
    page = Paginator(range(45), 10).page(2)

    html = render("{% pagination page %}", path="/en/members/?state=MH&page=2", page=page)

    assert re.findall(r'href="([^"]+)"', html) == ["?page=1&amp;state=MH", "?page=3&amp;state=MH"]


def test_one_page_needs_no_links_to_others():
    assert render("{% pagination page %}", page=Paginator([1], 10).page(1)).strip() == ""


def test_an_unknown_colour_of_a_tag_is_a_mistake_of_the_author():
    with pytest.raises(ValueError, match="pink"):
        render("{% tag 'x' 'pink' %}")
