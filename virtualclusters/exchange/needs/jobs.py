"""What an owner wrote in her profile about what she needs is kept as a need too."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs import job
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.queries import something_stands_on
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
    told = written.filter(part=CapabilityWords.Part.NEEDS).exclude(words="")
    for words in told.select_related("unit").select_for_update(of=("self",)):
        if not Need.objects.filter(unit=words.unit, words=words.words, met_at=None).exists():
            _keep_one(words)


def _keep_one(words):
    """Rewritten words are the same need said better, as long as nothing was built on the old ones."""
    said = {"words": words.words, "language": words.language, "stated_at": words.written_at}
    from_profile = Need.objects.filter(unit=words.unit, source=Need.Source.PROFILE, met_at=None, corrected_at=None)
    need = from_profile.select_for_update().order_by("-stated_at", "-pk").first()
    if need is None or something_stands_on(need):
        need, code = Need.objects.create(unit=words.unit, source=Need.Source.PROFILE, **said), "need.stated"
    else:
        Need.objects.filter(pk=need.pk).update(**said)
        code = "need.reworded"
    record(code, at=words.written_at, subject="need", subject_id=need.pk, state=words.unit.state)
