"""A guardian's no is kept until he is asked again: what was recorded of earlier ones is taken from the events."""

from django.db import migrations, models
from django.db.models import Q

WRITE_REFUSALS = """
    UPDATE student_projects_student AS student SET guardian_refused_at = told.at
    FROM (SELECT subject_id, max(at) AS at FROM events_event
          WHERE code = 'student.guardian_refused' AND subject = 'student' GROUP BY subject_id) AS told
    WHERE told.subject_id = student.id AND student.guardian_id IS NOT NULL AND student.guardian_consented_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("student_projects", "0004_question_key"), ("events", "0001_initial")]

    operations = [
        migrations.AddField(
            "student",
            "guardian_refused_at",
            models.DateTimeField(help_text="empty again as soon as he is asked again", null=True),
        ),
        migrations.AddConstraint(
            "student",
            models.CheckConstraint(
                name="guardian_said_one_thing",
                condition=Q(guardian_consented_at=None) | Q(guardian_refused_at=None),
            ),
        ),
        migrations.RunSQL(WRITE_REFUSALS, migrations.RunSQL.noop),
    ]
