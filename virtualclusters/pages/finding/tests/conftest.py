"""Small samples of the pilot: a honey maker, a maker of spice grinders, a bakery, and what they may find."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import give_concept, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.network.vocabulary.models import Concept


@pytest.fixture
def concept(loaded_words):
    """The concept of a slug in the loaded vocabulary."""
    return lambda slug: Concept.objects.get(slug=slug)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def signed_in(client):
    """Signs an owner of the unit in and returns the actor."""

    def sign_in(unit):
        owner = make_owner(unit)
        client.force_login(owner.person)
        return owner

    return sign_in


@pytest.fixture
def maker(concept, now):
    """Makes a unit with concepts by role, registered a while ago."""

    def make(name="Sahyadri Sample Farms", *, makes=(), uses=(), needs=(), **fields):
        at = fields.pop("at", now - timedelta(days=9))
        about = fields.pop("about", "")
        unit = make_unit(organisation=make_organisation(name=name, about=about, at=at), at=at, **fields)
        for role, slugs in (("makes", makes), ("uses", uses), ("needs", needs)):
            for slug in slugs:
                give_concept(unit, concept(slug), role)
        return unit

    return make


@pytest.fixture
def opportunity(concept, now):
    """Publishes an opportunity about a concept."""

    def publish(kind, slug, title="Wanted (sample)", **columns):
        role = {"offer": "offers", "requirement": "asks"}[kind]
        columns.setdefault("closes_at", now + timedelta(days=30))
        return make_opportunity(kind=kind, title=title, concepts=[(role, concept(slug))], at=now, **columns)

    return publish
