"""The nine canned reasons. Kept apart from the tables, so that the first migration can be made anew while this issue is built."""

from django.db import migrations

from virtualclusters.network.verification.reasons import write_reasons


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_initial")]
    operations = [migrations.RunPython(write_reasons, migrations.RunPython.noop)]
