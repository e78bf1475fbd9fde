"""Where printed certificates lie: a private folder under the state folder, named by the row's id."""

from pathlib import Path

from django.conf import settings


def path_of(certificate_id: int) -> Path:
    """The path of a certificate's PDF."""
    folder = Path(settings.VIRTUALCLUSTERS_STATE) / "certificates"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{certificate_id}.pdf"
