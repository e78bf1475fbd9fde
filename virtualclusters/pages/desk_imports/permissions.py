"""Who brings files in at the desk."""

from enum import StrEnum


class ImportPermission(StrEnum):
    """What an administrator's people do with files."""

    IMPORT_RUN = "import:run"
