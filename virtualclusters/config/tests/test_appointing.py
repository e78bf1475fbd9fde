"""The first administrator comes by the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from virtualclusters.accounts.models import Person
from virtualclusters.network.actors import actor_for
from virtualclusters.network.clusters.permissions import ClusterPermission
from virtualclusters.network.organisations.models import Membership, Organisation

pytestmark = pytest.mark.django_db

WANTED = {"phone": "91610 00001", "name": "Anita Sample", "organisation": "Sample Institute", "pin": "411001"}


def appoint(**changed):
    said = StringIO()
    call_command("appoint_administrator", **{**WANTED, **changed}, stdout=said)
    return said.getvalue()


def test_the_person_named_on_the_machine_may_open_clusters():
    said = appoint()

    actor = actor_for(Person.objects.get(phone="+919161000001"))
    assert said.startswith("Anita Sample is an administrator of Sample Institute.")
    assert (actor.organisation.kind, actor.may(ClusterPermission.CLUSTER_OPEN)) == ("administrator", True)


def test_named_twice_she_stands_there_once_and_a_second_person_joins_the_same_organisation():
    appoint()
    appoint()
    appoint(phone="91610 00002", name="Bela Sample")

    assert (Organisation.objects.count(), Membership.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"phone": "12345"}, "12345 is not an Indian mobile number."), ({"pin": "000000"}, None)],
)
def test_a_wrong_number_or_pin_is_told_in_a_sentence_and_nothing_is_kept(wrong, sentence):
    with pytest.raises(CommandError) as told:
        appoint(**wrong)

    assert sentence is None or str(told.value) == sentence
    assert (Person.objects.count(), Organisation.objects.count()) == (0, 0)
