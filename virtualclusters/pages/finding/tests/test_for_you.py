"""'For you': true matches with their reasons, or honestly nothing."""

from datetime import timedelta
from html import unescape

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import NOON, make_person
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.rules.models import Rule


def page_of(client, name="for_you", **query):
    return unescape(client.get(reverse(name), query).content.decode())


def titles(client):
    return [card.title for card in client.get(reverse("for_you")).context["cards"]]


def test_a_card_says_who_why_how_far_and_until_when(client, signed_in, maker, opportunity):
    unit = maker(makes=["honey"])
    wanted = opportunity("requirement", "honey", title="Honey, 500 kg (sample)")
    signed_in(unit)

    page = page_of(client)

    assert "Honey, 500 kg (sample)" in page
    assert "You make this: Honey." in page
    assert reverse("answer", args=[wanted.pk]) in page
    assert reverse("not_for_me", args=[wanted.pk]) in page


def test_the_first_look_after_registering_greets_once(client, signed_in, maker, now):
    signed_in(maker(makes=["honey"], at=now))
    assert ["Welcome" in page_of(client) for _ in range(2)] == [True, False]


def test_a_unit_that_fits_nothing_is_told_what_was_looked_at(client, signed_in, maker, opportunity):
    opportunity("requirement", "papad")
    opportunity("offer", "bakery-oven")
    signed_in(maker(makes=["honey"]))

    page = page_of(client)

    assert "Nothing open fits you today" in page
    assert "We searched for: <b>Honey</b>" in page
    assert "Offers 1, Wanted 1." in page


def test_what_a_condition_ends_stands_below_with_what_would_change_it(client, signed_in, maker, opportunity):
    wanted = opportunity("requirement", "honey", title="Honey with a licence (sample)")
    rule = {"source": "Clause 4", "version": "1", "effective_from": NOON.date(), "hard": True}
    Rule.objects.create(opportunity=wanted, fact="state", operator="one_of", value=["GJ"], **rule)
    signed_in(maker(makes=["honey"], state="MH"))

    page = page_of(client)

    assert "These would fit you, but one condition says no." in page
    assert "Gujarat" in page
    assert '"GJ"' not in page


SAMPLES = {
    "honey": (
        {"makes": ["honey"]},
        [("requirement", "honey"), ("requirement", "honey-products"), ("offer", "honey-extractor")],
    ),
    "grinders": (
        {"makes": ["spice-grinder"], "needs": ["mild-steel"]},
        [("requirement", "spice-grinder"), ("requirement", "grinding-machines"), ("offer", "mild-steel")],
    ),
    "bakery": (
        {"makes": ["bread", "sweet-biscuits"], "needs": ["wheat-flour"]},
        [("requirement", "bread"), ("offer", "bakery-oven"), ("offer", "wheat-flour")],
    ),
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_registration_of_each_sample_ends_on_three_true_matches_and_nothing_else(
    client, signed_in, maker, opportunity, concept, sample
):
    held, fitting = SAMPLES[sample]
    for other, (_held, published) in SAMPLES.items():
        for number, (kind, slug) in enumerate(published):
            opportunity(kind, slug, title=f"{other} {number}")
    signed_in(maker(**held))

    assert sorted(titles(client)) == [f"{sample} {number}" for number in range(len(fitting))]


def test_one_kind_alone_is_shown_and_an_unknown_kind_is_left_out(client, signed_in, maker, opportunity):
    opportunity("requirement", "honey", title="Wanted honey")
    opportunity("offer", "honey-extractor", title="An extractor")
    signed_in(maker(makes=["honey"]))

    def shown(kind):
        page = page_of(client, kind=kind)
        return [title in page for title in ("Wanted honey", "An extractor", "Nothing of this kind fits you today")]

    assert [shown(kind) for kind in ("requirement", "offer", "training", "nonsense")] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [True, True, False],
    ]


def test_not_for_me_takes_one_tap_and_can_be_undone_without_scripts(client, signed_in, maker, opportunity):
    unit, wanted = maker(makes=["honey"]), opportunity("requirement", "honey")
    signed_in(unit)
    asked = client.post(reverse("not_for_me", args=[wanted.pk]), follow=True)
    assert (titles(client), "Why? You need not say it." in asked.content.decode()) == ([], True)

    client.post(reverse("not_for_me", args=[wanted.pk]), {"reason": "wrong_place"})
    assert Alert.objects.get().dismissed == "wrong_place"

    client.post(reverse("not_for_me_undo", args=[wanted.pk]))
    assert titles(client) == ["Wanted (sample)"]


def test_with_scripts_the_card_is_replaced_in_its_place(client, signed_in, maker, opportunity):
    unit, wanted = maker(makes=["honey"]), opportunity("requirement", "honey")
    signed_in(unit)

    answer = client.post(reverse("not_for_me", args=[wanted.pk]), headers={"HX-Request": "true"}).content.decode()

    assert answer.strip().startswith(f'<article class="vc-card vc-match" id="opportunity-{wanted.pk}">')
    assert "<html" not in answer


def test_nobody_puts_away_for_anothers_unit(client, signed_in, maker, opportunity):
    signed_in(maker(makes=["honey"]))
    other, wanted = maker("Other Sample", makes=["honey"]), opportunity("requirement", "honey")

    answer = client.post(f"{reverse('not_for_me', args=[wanted.pk])}?unit={other.pk}")

    assert (answer.status_code, Alert.objects.count()) == (404, 0)


def test_who_has_no_unit_is_sent_to_her_desk(client, db):
    client.force_login(make_person())
    assert [client.get(reverse(name)).status_code for name in ("for_you", "peers")] == [302, 302]


def test_peers_are_suggested_with_the_reason(client, signed_in, maker):
    signed_in(maker(makes=["honey"]))
    maker("Nearby Sample Honey", makes=["honey"])
    maker("Other Sample Papad", makes=["papad"])

    page = page_of(client, "peers")

    assert ("Nearby Sample Honey" in page, "Other Sample Papad" in page) == (True, False)
    assert "They make this too: Honey." in page


@pytest.mark.parametrize("rows", [1, 50])
@pytest.mark.parametrize("name", ["for_you", "peers"])
def test_pages_take_few_queries_however_much_is_found_and_stay_small(
    client, signed_in, maker, opportunity, now, name, rows
):
    signed_in(maker(makes=["honey"]))
    for number in range(rows):
        wanted = opportunity(
            "requirement", "honey", title=f"Honey {number} (sample)", closes_at=now + timedelta(days=number + 1)
        )
        Rule.objects.create(
            opportunity=wanted,
            fact="certificates",
            operator="has",
            value="fssai-licence",
            hard=bool(number % 2),
            source="Clause",
            version="1",
            effective_from=NOON.date(),
        )
        opportunity("offer", "honey-extractor", title=f"Extractor {number} (sample)")
        maker(f"Sample {number}", makes=["honey"])
    vocabulary()

    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(reverse(name))

    assert (len(asked) <= 15, len(brotli.compress(answer.content, quality=4)) <= 5_000) == (True, True), (
        len(asked),
        len(brotli.compress(answer.content, quality=4)),
    )
