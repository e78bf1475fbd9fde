"""The brief: its score, its form, how a need fills it; and that no field of a project asks for money."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.forms import Form
from django.test import Client
from django.utils import timezone

from tests.factories import make_concept, make_owner, make_unit
from virtualclusters.areas.student_projects import kind
from virtualclusters.areas.student_projects.models import CollegeOffer
from virtualclusters.areas.student_projects.projects import forms, work_forms
from virtualclusters.areas.student_projects.projects.drafting import from_need
from virtualclusters.areas.student_projects.projects.operations.publishing import publish_offer
from virtualclusters.areas.student_projects.projects.scope import RULES, scope
from virtualclusters.areas.student_projects.projects.subjects import let_subjects_count
from virtualclusters.areas.student_projects.tests.projects.scenes import College
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.from_need import Fit, NeedView, Trouble
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import Refused

ONCE = "0" * 32
MONEY = ("fee", "stipend", "price", "amount", "rupee", "money", "pay", "cost", "rent", "salary", "charge")
FULL = {
    "title": "Our biscuits break on the way",
    "summary": "They break between the oven and the shop. We have tried thicker boxes and slower cars.",
    "number_counts": "biscuits that break, in 100",
    "number_today": Decimal(6),
    "number_wished": Decimal(2),
    "where": "both",
    "visits": 2,
    "materials_by": "unit",
    "travel_by": "college",
    "students": 3,
    "ends_on": "2027-01-31",
    "languages": ["hi"],
}


def test_the_weights_of_all_rules_make_a_hundred():
    assert sum(rule.weight for rule in RULES) == 100


def test_a_full_brief_has_a_hundred_and_an_empty_one_says_all_that_is_missing_the_weightiest_first():
    full, empty = scope(FULL), scope({})
    weights = {rule.field: rule.weight for rule in RULES}

    assert (full.score, full.missing, empty.score) == (100, (), 0)
    assert [one.field for one in empty.missing] == sorted(
        weights, key=lambda field: (-weights[field], [rule.field for rule in RULES].index(field))
    )


@pytest.mark.parametrize("field", [rule.field for rule in RULES])
def test_each_rule_alone_takes_its_weight_and_names_its_field(field):
    told = {name: value for name, value in FULL.items() if name != field}

    found = scope(told)

    assert [one.field for one in found.missing] == [field]
    assert 100 - found.score == next(rule.weight for rule in RULES if rule.field == field)


def test_who_works_from_afar_is_not_asked_for_visits_and_travel():
    told = {**FULL, "where": "remote", "visits": None, "travel_by": ""}

    assert scope(told).score == 100


def test_a_line_and_a_place_are_enough_to_publish():
    form = forms.ProjectForm({"title": "Our biscuits break", "where": "remote", "once": ONCE})

    assert form.is_valid(), form.errors


def test_a_number_without_what_it_counts_and_an_end_that_is_over_are_told_beside_their_fields():
    day = timezone.now() - timedelta(days=2)
    form = forms.ProjectForm(
        {
            "title": "Our biscuits break",
            "where": "both",
            "number_today": "६",
            "ends_on_day": day.day,
            "ends_on_month": day.month,
            "ends_on_year": day.year,
            "once": ONCE,
        }
    )

    assert form.errors == {
        "number_counts": ["Say what the number counts."],
        "ends_on": ["This day is over. Choose a later one."],
    }
    assert form.cleaned_data["number_today"] == Decimal(6)


def _forms():
    found = [*vars(forms).values(), *vars(work_forms).values()]
    return [one for one in found if isinstance(one, type) and issubclass(one, Form) and one.base_fields]


def test_no_field_of_a_model_or_a_form_of_this_area_asks_for_money():
    columns = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("student_projects").get_models()
        for field in model._meta.get_fields()
        if model.__name__ != "FeeReport" and field.name != "fee_reports"
    ]
    asked = [f"{form.__name__}.{name}" for form in _forms() for name in form.base_fields]

    assert len(columns) > 100
    assert len(asked) > 30
    assert [one for one in [*columns, *asked] if set(MONEY) & set(one.partition(".")[2].split("_"))] == []


def test_no_kind_of_this_area_measures_or_shows_a_price():
    for screens in (kind.STUDENT_PROJECT_SCREENS, kind.COLLEGE_OFFER_SCREENS):
        assert [name for name in screens.form.base_fields if name in MONEY] == []


def _need(*troubles, number=None, unit=""):
    return NeedView(
        need_id=1,
        unit=None,
        words="Our biscuits break, 6 percent",
        language="en",
        wanted=(),
        touched=(),
        names={},
        troubles=frozenset(troubles),
        number=number,
        number_unit=unit,
        at=timezone.now(),
    )


def test_a_need_about_quality_fills_the_number_and_stands_on_top():
    draft = from_need(_need(Trouble.QUALITY, number=Decimal(6), unit="percent"))

    assert draft.fits == Fit.MEANT_FOR_IT
    assert draft.values["number_today"] == Decimal(6)


@pytest.mark.parametrize("trouble", [Trouble.MONEY, Trouble.PAPERS, Trouble.BUY])
def test_students_do_not_help_with_money_papers_or_buying(trouble):
    assert from_need(_need(trouble)) is None


def test_rupees_are_no_number_that_students_bring_down():
    assert "number_today" not in from_need(_need(Trouble.LOSS, number=Decimal(5), unit="rupees")).values


@pytest.fixture
def offer(db):
    college, now = College(), timezone.now()
    return publish_offer(
        actor=college.coordinator,
        at=now,
        unit_id=college.unit.pk,
        title="Shelf-life tests for bakeries",
        summary="",
        language="en",
        concept_ids=[make_concept("shelf-life").pk],
        department_id=college.department.pk,
        hours_a_month=12,
        laboratory="Moisture.",
    )


def test_a_unit_asks_for_what_a_college_offers_and_agrees(offer):
    unit, now = make_unit(), timezone.now()
    owner = make_owner(unit)
    asked = answer(opportunity_id=offer.pk, unit_id=unit.pk, actor=owner, at=now)
    act(engagement_id=asked.pk, verb="offer", actor=make_owner(offer.unit), at=now, words="Come on Thursday.")

    agreed = act(engagement_id=asked.pk, verb="agree", actor=owner, at=now)

    assert agreed.phase == Phase.AGREED


def test_an_offer_shows_its_hours_and_department_and_its_card_that_it_is_free(offer):
    page = Client().get(f"/en/opportunities/{offer.pk}/").content.decode()

    assert [one for one in ("Free", "12", "Food technology", "Moisture.", "Ask for help") if one not in page] == [
        "Free"
    ]
    assert card_facts([offer]) == {offer.pk: {"money": "Free", "line": "12 hours a month"}}


def test_an_offer_of_another_colleges_department_is_refused(db):
    mine, theirs, now = College(), College(), timezone.now()

    with pytest.raises(Refused) as refused:
        publish_offer(
            actor=mine.coordinator,
            at=now,
            unit_id=mine.unit.pk,
            title="Tests",
            summary="",
            language="en",
            concept_ids=[],
            department_id=theirs.department.pk,
            hours_a_month=1,
        )

    assert (refused.value.code, CollegeOffer.objects.count()) == ("not_yours", 0)


def test_an_offer_of_nothing_is_told_beside_the_field():
    form = forms.OfferForm({"title": "We help", "once": ONCE})

    assert form.errors == {"hours_a_month": ["Say how many hours, or what your laboratory can do."]}


def test_a_colleges_subjects_count_as_what_it_can_do_and_end_with_the_department_that_named_them(db):
    college, baking, packing = College(), make_concept("baking"), make_concept("packing")
    college.department.subjects.set([baking, packing])
    let_subjects_count(college.unit.pk)
    both = sorted(college.unit.concepts.values_list("concept__slug", "role"))

    college.department.subjects.set([packing])
    let_subjects_count(college.unit.pk, before=[baking.pk, packing.pk])

    assert both == [("baking", "can"), ("packing", "can")]
    assert [one.concept for one in college.unit.concepts.select_related("concept")] == [packing]
