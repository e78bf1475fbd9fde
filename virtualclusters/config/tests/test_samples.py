"""The samples as a whole: loaded once by the real verbs, then looked at."""

from collections import Counter

import pytest
from django.apps import apps
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from tests.database import own_database
from virtualclusters.accounts.models import Person
from virtualclusters.areas.schemes.models import Scheme
from virtualclusters.config.samples.everything import load_everything
from virtualclusters.config.samples.joining import AGREED
from virtualclusters.config.samples.people import people_table
from virtualclusters.config.samples.tables import table
from virtualclusters.exchange.alerts.finding import find_for
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.foundation.postgres import roles
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import Organisation, UnitConcept
from virtualclusters.network.organisations.operations.registering import Firm, Said
from virtualclusters.network.verification.models import Case

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def moment(samples, server_with_samples, django_db_setup, django_db_blocker, tmp_path_factory):
    """Now, soon after the samples were loaded; with their papers in a folder of these tests' own."""
    state = tmp_path_factory.mktemp("samples")
    samples.copy_files(state)
    kept = override_settings(VIRTUALCLUSTERS_STATE=state, SECRET_KEY=(state / "secret_key").read_text())
    with django_db_blocker.unblock(), own_database(server_with_samples, template=roles.DATABASE), kept:
        yield timezone.now()


@pytest.fixture
def loaded(moment):
    """What one test changes, the next does not see."""
    with transaction.atomic():
        yield moment
        transaction.set_rollback(True)


def test_loading_samples_twice_makes_nothing_new(loaded):
    before = _counted()

    load_everything(now=loaded)

    assert _counted() == before


def test_samples_are_marked_and_their_numbers_are_of_the_invented_range(loaded):
    real_offices = Scheme.objects.exclude(code__startswith="own-").values("opportunity__unit__organisation")
    invented = Organisation.objects.exclude(pk__in=real_offices)
    unmarked = [name for name in invented.values_list("name", flat=True) if "(sample)" not in name]
    people = list(Person.objects.values_list("name", "phone", "is_sample"))
    strange = [one for one in people if "(sample)" not in one[0] or not one[1].startswith("+9160000000") or not one[2]]

    assert (unmarked, strange) == ([], [])


@pytest.mark.parametrize("key", ["honey", "grinder", "bakery"])
def test_registration_as_a_sample_maker_ends_on_at_least_three_matches(loaded, key):
    row = next(row for row in table("enterprises") if row["key"] == key)
    newcomer = actor_for(Person.objects.create_user(phone="+919000000001", phone_verified_at=loaded))
    firm = operations.register_enterprise(
        firm=Firm("Newcomer", row["pin"], row["language"]),
        said={part: Said(words) for part, words in row["says"].items()},
        owner_name="Newcomer",
        consents=AGREED,
        notice="test",
        actor=newcomer,
        at=loaded,
    )

    found = find_for(firm.units.get().pk, at=loaded)

    wanted = [
        match for match in found.ranked if found.rows[match.match.opportunity_id].kind in ("requirement", "offer")
    ]
    assert len(wanted) >= 3


def test_every_enterprise_has_a_place_and_something_it_makes_or_can_do(loaded):
    keys = {f"sample-{row['key']}" for row in table("enterprises")}
    told = UnitConcept.objects.filter(role__in=["makes", "can"], unit__latitude__isnull=False)

    assert set(told.values_list("unit__organisation__once", flat=True)) >= keys


def test_samples_show_every_phase_and_a_result_that_the_other_side_confirmed(loaded):
    phases = set(Engagement.objects.values_list("phase", flat=True))
    confirmed = Measure.objects.filter(moment="end", confirmed_by__isnull=False, value__isnull=False)

    assert phases == {"asked", "shortlisted", "agreed", "under_way", "closed", "declined", "withdrawn", "lapsed"}
    assert confirmed.filter(engagement__measures__moment="baseline").distinct().count() >= 1


def test_a_dozen_cases_wait_for_the_verifier(loaded):
    assert Case.objects.waiting().count() >= 12


def test_the_table_of_people_names_every_kind_of_stakeholder(loaded):
    printed = people_table()

    wanted = {
        "Administrator",
        "Verifier",
        "Bank officer",
        "College coordinator",
        "NGO officer",
        "Expert",
        "Association",
    }
    wanted |= {"Government purchase officer", "Public undertaking", "Testing laboratory", "Volunteer executive"}
    assert {role for role in wanted if role not in printed} == set()


def _counted():
    return Counter({model._meta.label: model.objects.count() for model in apps.get_models() if model._meta.managed})
