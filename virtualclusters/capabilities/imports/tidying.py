"""Files that tell of people are not kept for ever: their rows go with them, and what stands of an erased person goes at once."""

from datetime import datetime

from django.db import transaction

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.specs import registered


def tidy(*, at: datetime) -> int:
    """Forget each file that is older than its spec keeps it; its bytes go with the next sweep of files. Returns how many."""
    kept = [(spec.name, spec.kept_for) for spec in registered() if spec.kept_for is not None]
    return sum(_forget(name, at - kept_for) for name, kept_for in kept)


@transaction.atomic
def _forget(spec: str, before: datetime) -> int:
    old = Import.objects.filter(spec=spec, created_at__lte=before)
    files = list(old.values_list("file", flat=True))
    old.delete()
    File.objects.filter(pk__in=files).delete()
    return len(files)


def forget_rows(*, spec: str, subjects: list[str], field: str, words: str) -> None:
    """Forget the kept rows of files about these subjects in which a field reads so."""
    ImportRow.objects.filter(of__spec=spec, of__subject__in=subjects, **{f"values__{field}": words}).delete()
