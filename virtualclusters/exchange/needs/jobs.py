"""What an owner wrote in her profile about what she needs is kept as a need too."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs import job
from virtualclusters.exchange.needs.models import Need
from virtualclusters.network.organisations.models import CapabilityWords


@job(name="needs.keep_of_organisation")
def keep_of_organisation(*, event_id, subject_id):
    """Keep the words about needs of all units of an organisation that has just registered or was claimed."""
    _keep(CapabilityWords.objects.filter(unit__organisation=subject_id))


@job(name="needs.keep_of_unit")
def keep_of_unit(*, event_id, subject_id):
    """Keep the words about needs of a unit whose profile was changed."""
    _keep(CapabilityWords.objects.filter(unit=subject_id))


@transaction.atomic
def _keep(written):
    for words in written.filter(part=CapabilityWords.Part.NEEDS).exclude(words="").select_related("unit"):
        said = {"unit": words.unit, "words": words.words, "stated_at": words.written_at}
        need, new = Need.objects.get_or_create(
            **said, defaults={"language": words.language, "source": Need.Source.TYPED}
        )
        if new:
            record(
                "need.stated",
                at=words.written_at,
                subject="need",
                subject_id=need.pk,
                state=words.unit.state,
            )
