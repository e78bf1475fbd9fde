"""Who brings files in. The rows themselves are guarded by the permission that their spec names."""

from enum import StrEnum


class ImportPermission(StrEnum):
    """Sending files in."""

    IMPORT_RUN = "import:run"
    """Sends files of the specs whose permission she holds, and sees her own."""
    IMPORT_ANY = "import:any"
    """The administrator's: files of specs that name no other permission; sees who sent what."""
