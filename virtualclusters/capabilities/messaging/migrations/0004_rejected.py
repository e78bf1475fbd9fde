from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0003_gateway_health"),
    ]

    operations = [
        migrations.AddField(
            model_name="sentmessage",
            name="rejected_because",
            field=models.CharField(
                blank=True, default="", help_text="the provider's reason; empty: it left", max_length=40
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="sentmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rejected_because", ""), models.Q(("parts", 0), ("reference", "")), _connector="OR"
                ),
                name="messaging_rejected_costs_nothing",
            ),
        ),
    ]
