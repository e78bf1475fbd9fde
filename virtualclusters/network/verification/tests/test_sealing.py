import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.management import call_command
from django.db import connection

from virtualclusters.capabilities.events.models import Event
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.verification.sealing import blind_index, seal, unseal
from virtualclusters.network.verification.tests.conftest import send_paper, state

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_unseal_gives_the_number_back_and_two_seals_of_it_differ():
    first, second = seal("ABCPD1234E"), seal("ABCPD1234E")

    assert (unseal(first), unseal(second), first == second) == ("ABCPD1234E", "ABCPD1234E", False)


def test_unseal_when_the_key_is_gone_fails_loudly(settings):
    settings.IDENTIFIER_KEYS = [OLD]
    sealed = seal("ABCPD1234E")
    settings.IDENTIFIER_KEYS = [NEW]

    with pytest.raises(InvalidToken):
        unseal(sealed)


def test_blind_index_is_the_same_for_the_same_number_of_a_kind_and_another_under_another_key(settings):
    index = blind_index("pan", "ABCPD1234E")

    assert (blind_index("pan", "ABCPD1234E") == index, blind_index("iec", "ABCPD1234E") == index) == (True, False)
    settings.IDENTIFIER_INDEX_KEY = "another"
    assert blind_index("pan", "ABCPD1234E") != index


@pytest.mark.django_db
def test_reseal_moves_every_number_to_the_newest_key_so_that_the_old_one_can_go(settings, owner, capsys):
    settings.IDENTIFIER_KEYS = [OLD]
    state(owner, "pan", "ABCPD1234E")
    state(owner, "fssai", "12345678901234")
    settings.IDENTIFIER_KEYS = [NEW, OLD]

    call_command("reseal_identifiers")
    settings.IDENTIFIER_KEYS = [NEW]

    assert "2 numbers" in capsys.readouterr().out
    assert [row.number for row in Identifier.objects.order_by("id")] == ["ABCPD1234E", "12345678901234"]


@pytest.mark.django_db
def test_a_stated_number_stands_in_no_event_and_no_job(owner):
    send_paper(state(owner, "pan", "ABCPD1234E"), owner)

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(args::text, ' ') FROM procrastinate_jobs")
        written = cursor.fetchone()[0] + " ".join(str(event.dimensions) for event in Event.objects.all())
    assert ("ABCPD1234E" in written, Event.objects.filter(code="identifier.stated").count()) == (False, 1)
