"""What a need is about: read from the words, or as its unit corrected it."""

import pytest

from tests.factories import NOON, make_owner, make_unit
from virtualclusters.exchange.kinds.from_need import Trouble
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.numbers import number_in
from virtualclusters.exchange.needs.operations import correct_need, mark_met, state_need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.vocabulary.models import Concept


@pytest.fixture
def owner(loaded_words):
    return make_owner(make_unit())


def stated(owner, words, language="en"):
    unit = owner.organisation.units.get()
    return state_need(unit_id=unit.pk, words=words, language=language, actor=owner, at=NOON)


def slugs(ids):
    by_id = dict(Concept.objects.values_list("pk", "slug"))
    return [by_id[pk] for pk in ids]


def seen(need):
    view = view_of(need, at=NOON, language="en")
    return slugs(view.wanted), slugs(view.touched)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Biscuits break, 6 percent", "en"),
        ("बिस्कुट टूटते हैं", "hi"),
        ("biscuit tut jate hai 6 percent", "hi"),
        ("biscuit tut jate hai, madad chahiye", "hi"),
    ],
)
def test_what_breaks_is_touched_and_what_helps_is_wanted(owner, words, language):
    assert seen(stated(owner, words, language)) == (["quality-control", "food-technology"], ["sweet-biscuits"])


@pytest.mark.parametrize(
    ("words", "wanted", "touched"),
    [
        ("masala pisne ki machine chahiye", ["spice-grinder"], []),
        ("५०० किलो हल्दी चाहिए", ["turmeric-whole"], []),
        ("No buyers for our honey", ["branding-marketing"], ["honey"]),
        ("chakki band ho jati hai", ["machine-repair"], ["flour-mill-machine"]),
    ],
)
def test_a_wish_is_wanted_and_what_is_in_trouble_is_not(owner, words, wanted, touched):
    assert seen(stated(owner, words)) == (wanted, touched)


def test_the_view_carries_number_troubles_and_names_in_the_readers_language(owner):
    view = view_of(stated(owner, "Biscuits break, 6 percent"), at=NOON, language="hi")

    told = (view.troubles, view.number, view.number_unit, view.names[view.touched[0]])
    assert told == ({Trouble.QUALITY}, 6, "percent", "बिस्कुट")


def test_a_correction_is_kept_and_the_words_stay(owner):
    need = stated(owner, "Biscuits break")
    rusk = Concept.objects.get(slug="rusk")

    correct_need(need_id=need.pk, kept={rusk.pk: "touched"}, added="machine repair", actor=owner, at=NOON)
    correct_need(need_id=need.pk, kept={rusk.pk: "touched"}, added="machine repair", actor=owner, at=NOON)

    need = Need.objects.get()
    assert (seen(need), need.words, need.corrected_at) == ((["machine-repair"], ["rusk"]), "Biscuits break", NOON)


def test_a_correction_to_nothing_stays_nothing(owner):
    need = stated(owner, "Biscuits break")

    correct_need(need_id=need.pk, kept={}, added="", actor=owner, at=NOON)

    assert seen(Need.objects.get()) == ([], [])


def test_a_need_is_met_and_is_a_trouble_again(owner):
    need = stated(owner, "Biscuits break")

    met = [mark_met(need_id=need.pk, met=met, actor=owner, at=NOON).met_at for met in (True, True, False)]

    assert met == [NOON, NOON, None]


def test_another_organisation_corrects_and_marks_nothing(owner):
    need, stranger = stated(owner, "Biscuits break"), make_owner(make_unit())

    with pytest.raises(NotFound):
        correct_need(need_id=need.pk, kept={}, added="", actor=stranger, at=NOON)
    with pytest.raises(NotFound):
        mark_met(need_id=need.pk, met=True, actor=stranger, at=NOON)


def test_what_stands_in_a_profile_as_needed_is_wanted(owner):
    unit = owner.organisation.units.get()
    need = Need.objects.create(
        unit=unit, words="electric oven, cartons, buyers", language="en", source="profile", stated_at=NOON
    )

    wanted, touched = seen(need)

    assert ("electric-oven" in wanted or "bakery-oven" in wanted, touched) == (True, [])


def test_a_number_too_long_for_money_is_no_number():
    assert number_in(f"Our loss is ₹ {'9' * 40}") is None
