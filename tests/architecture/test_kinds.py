"""Every kind is complete: words in both languages, a button for every step, a page, people who may, reasons, a journey."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.utils import translation
from django.utils.functional import Promise

from virtualclusters.capabilities.messaging.registry import all_registered
from virtualclusters.exchange.kinds.kind import kinds, screens_of
from virtualclusters.exchange.kinds.paths import CLOCK, PATHS, Side
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.matching.answers import ANSWERS
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.roles import roles_holding

JOURNEYS = Path(__file__).resolve().parents[1] / "journeys"
SHIPPED = [kind.slug for kind in kinds()]

every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.slug)


def test_there_are_kinds_to_check():
    assert {"offer", "requirement", "tender", "training", "purchase_plan"} <= set(SHIPPED)


@every_kind
def test_every_word_of_a_kind_stands_in_hindi(kind):
    english = [words for words in _words(kind) if _said(words, "hi") == _said(words, "en")]

    assert english == []


@every_kind
def test_every_step_that_a_person_may_take_has_words_on_its_button(kind):
    screens = screens_of(kind.slug)
    steps = {(str(step.side), step.verb) for step in kind.path.steps if step.side != CLOCK}
    publishes_here = any(str(side) == Side.PUBLISHER for side, _verb in screens.verbs)
    shown = {step for step in steps if publishes_here or step[0] != Side.PUBLISHER}

    assert shown - {(str(side), verb) for side, verb in screens.verbs} == set()


@every_kind
def test_no_button_of_a_kind_is_for_a_step_that_its_path_does_not_have(kind):
    steps = {(str(step.side), step.verb) for step in kind.path.steps}

    assert {(str(side), verb) for side, verb in screens_of(kind.slug).verbs} - steps == set()


@every_kind
def test_a_kind_has_words_for_the_one_act_and_a_page(kind):
    screens = screens_of(kind.slug)

    assert (bool(screens.answer_words), bool(get_template(screens.detail_template))) == (True, True)


@every_kind
def test_form_and_operation_of_a_kind_come_together(kind):
    screens = screens_of(kind.slug)

    assert bool(screens.form) == bool(screens.publish)


@every_kind
def test_what_a_kind_tells_is_registered(kind):
    told = {key for key in screens_of(kind.slug).notices.values() if key}

    assert told - set(all_registered()) == set()


@every_kind
def test_somebody_may_publish_and_answer_a_kind(kind):
    publishers = {held for held, _role in roles_holding(ExchangePermission.OPPORTUNITY_PUBLISH)}
    answerers = {held for held, _role in roles_holding(ExchangePermission.ENGAGEMENT_ANSWER)}

    assert (kind.publisher_kinds | kind.answerer_kinds) - set(OrganisationKind.values) == set()
    assert (bool(kind.publisher_kinds & publishers), bool(kind.answerer_kinds & answerers)) == (True, True)


@every_kind
def test_a_kind_has_a_path_a_match_reasons_and_figures_that_a_side_can_know(kind):
    needs_reason = any(step.needs_reason and step.side != CLOCK for step in kind.path.steps)

    assert (kind.path in PATHS.values(), kind.matching in ANSWERS) == (True, True)
    assert bool(kind.decline_reasons) == needs_reason
    assert {indicator.said_by for indicator in kind.indicators} - {"publisher", "answerer"} == set()


@every_kind
def test_a_journey_names_the_kind(kind):
    journeys = "\n".join(path.read_text(encoding="utf-8") for path in JOURNEYS.glob("*.py"))

    named = kind.slug.replace("_", "[-_]")
    assert re.search(rf"\b{named}s?\b", journeys), f"No journey in {JOURNEYS.name}/ goes through a {kind.slug}."


def _words(kind):
    """All that a person reads of a kind, as it stands before translation."""
    screens = screens_of(kind.slug)
    several = [kind.decline_reasons, kind.milestones, screens.verbs]
    told = [kind.words, kind.words_plural, screens.answer_words, screens.publish_words]
    told += [screens.own_page_words, screens.work_page_words]
    told += [indicator.words for indicator in kind.indicators]
    return [words for words in [*told, *(w for each in several for w in each.values())] if isinstance(words, Promise)]


def _said(words, language):
    with translation.override(language):
        return str(words)
