"""A spec whose rows are written to the database, for tests in which processes are killed; run as a module it carries an import out.

A draft stands for a notice: any table with a unique key would do.
"""

import os
import sys

from virtualclusters.capabilities.imports.specs import Field, RowSpec, register

FORM = "kept-notices"


def spec() -> RowSpec:
    """Rows with a number and a title, kept as drafts."""
    return RowSpec(
        name=FORM,
        label="Notices",
        fields=(Field("number", "Number", required=True), Field("title", "Title", required=True)),
        key=lambda row: row["number"],
        check=lambda row: [],
        apply=_apply,
        undo=lambda import_id, limit: 0,
        put_back=lambda key, before: None,
    )


def _apply(row, source):
    from virtualclusters.capabilities.drafts.models import Draft

    Draft.objects.create(
        session="sample", form=FORM, subject=row["number"], values={"title": row["title"]}, updated_at=source.at
    )
    return "added"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")
    import django

    django.setup()
    from django.utils import timezone

    from virtualclusters.capabilities.imports.running import run

    register(spec())
    run(import_id=int(sys.argv[1]), at=timezone.now())
