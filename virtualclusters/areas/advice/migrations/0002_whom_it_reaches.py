"""Districts become pairs of the postal directory, and an offer goes out in an organisation's name. What was typed is mapped.

A name that no district has is kept with an empty state: her page asks the adviser to write it anew. Of a name that two states have
the one in the unit's own state is meant; when its state has none, it is kept as unknown too.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from virtualclusters.network.vocabulary.districts import meant_by

UNKNOWN = ""
WRITE_DISTRICTS = {
    "AdviserDetail": "UPDATE advice_adviserdetail SET districts = %s WHERE opportunity_id = %s",
    "HelpOfferDetail": "UPDATE advice_helpofferdetail SET districts = %s WHERE opportunity_id = %s",
}
PAIRS = django.contrib.postgres.fields.ArrayField(models.CharField(max_length=80), size=2)


def reference(to):
    return models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to)


def to_pairs(apps, schema_editor):
    for model, write in WRITE_DISTRICTS.items():
        table = apps.get_model("advice", model)
        rows = table.objects.exclude(districts=[]).values_list("pk", "districts", "opportunity__unit__state")
        for pk, names, state in list(rows):
            _execute(schema_editor, write, [[_pair(name, state) for name in names], pk])


def to_names(apps, schema_editor):
    for model, write in WRITE_DISTRICTS.items():
        table = apps.get_model("advice", model)
        for pk, pairs in list(table.objects.exclude(districts=[]).values_list("pk", "districts")):
            _execute(schema_editor, write, [[name for _state, name in pairs], pk])


def _pair(name, state):
    found = meant_by(name, state=state)
    return list(found[0]) if len(found) == 1 else [UNKNOWN, name]


def _execute(schema_editor, statement, values):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(statement, values)


def keep_the_person(apps, schema_editor):
    apps.get_model("advice", "HelpOfferDetail").objects.update(sender=F("sent_by"))
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def put_the_person_back(apps, schema_editor):
    apps.get_model("advice", "HelpOfferDetail").objects.update(sent_by=F("sender"))
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def name_the_organisation(apps, schema_editor):
    for offer in (
        apps.get_model("advice", "HelpOfferDetail").objects.exclude(sender=None).select_related("opportunity__unit")
    ):
        offer.sent_by_id = offer.opportunity.unit.organisation_id
        offer.save(update_fields=["sent_by"])
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0001_advice"),
        ("organisations", "0002_buyer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(to_pairs, migrations.RunPython.noop),
        migrations.AlterField(
            "adviserdetail",
            "districts",
            django.contrib.postgres.fields.ArrayField(
                PAIRS,
                default=list,
                help_text="[state, district] of the postal directory; she comes there, her own is meant too. No state: unknown name",
            ),
        ),
        migrations.AlterField(
            "helpofferdetail",
            "districts",
            django.contrib.postgres.fields.ArrayField(
                PAIRS,
                default=list,
                help_text="[state, district] of the postal directory: only these; empty: all",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, to_names),
        migrations.RemoveConstraint("helpofferdetail", "outreach_sent_by_somebody"),
        migrations.AddField("helpofferdetail", "sender", reference(settings.AUTH_USER_MODEL)),
        migrations.RunPython(keep_the_person, put_the_person_back),
        migrations.RemoveField("helpofferdetail", "sent_by"),
        migrations.AddField("helpofferdetail", "sent_by", reference("organisations.organisation")),
        migrations.RunPython(name_the_organisation, migrations.RunPython.noop),
        migrations.AddConstraint(
            "helpofferdetail",
            models.CheckConstraint(
                name="outreach_sent_by_somebody",
                condition=Q(sent_at=None, sent_by=None, sender=None)
                | Q(sent_at__isnull=False, sent_by__isnull=False, sender__isnull=False),
            ),
        ),
    ]
