"""A maker of honey, a buyer of it, and their browsers."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.catalogue.models import OfferDetail, RequirementDetail


class Stage:
    """An opportunity of a kind, open for a month, between a publisher and an answerer, each with a browser."""

    def __init__(self, kind, **columns):
        self.now = timezone.now()
        buyer = make_unit(organisation=make_organisation(name="Sample Sweets", at=self.now), at=self.now)
        columns = {"closes_at": self.now + timedelta(days=30), "title": "Raw honey, 200 kg a month", **columns}
        self.opportunity = make_opportunity(kind=kind, unit=buyer, at=self.now, **columns)
        detail = OfferDetail if kind == "offer" else RequirementDetail
        detail.objects.create(opportunity=self.opportunity)
        self.unit = make_unit(organisation=make_organisation(name="Sample Honey", at=self.now), at=self.now)
        self.publisher, self.answerer = make_owner(buyer), make_owner(self.unit)
        self.publishing, self.answering = self.browser(self.publisher), self.browser(self.answerer)

    def browser(self, actor):
        """A browser in which the actor is signed in."""
        client = Client()
        client.force_login(actor.person)
        return client

    def another(self, name):
        """A further unit with its owner and her browser."""
        unit = make_unit(organisation=make_organisation(name=name, at=self.now), at=self.now)
        actor = make_owner(unit)
        return unit, actor, self.browser(actor)


@pytest.fixture
def stage(db, settings):
    settings.QUIET_HOURS = False
    return Stage
