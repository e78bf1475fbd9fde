"""A person has one calendar address, of which only the hash is kept (``capabilities/calendars``). Those kept as given out go."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trainings", "0002_wishes")]

    operations = [migrations.DeleteModel("CalendarFeed")]
