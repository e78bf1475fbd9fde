"""Every teacher's question gets a link of its own, which tells who asks before she signs in."""

from django.db import migrations, models

from virtualclusters.areas.student_projects.models.college import new_key


def give_keys(apps, schema_editor):
    """A key of its own for every teacher who is there already."""
    teachers = apps.get_model("student_projects", "FacultyMember").objects.using(schema_editor.connection.alias)
    for pk in list(teachers.filter(question_key=None).values_list("pk", flat=True)):
        teachers.filter(pk=pk).update(question_key=new_key())


class Migration(migrations.Migration):
    dependencies = [("student_projects", "0003_rounds")]

    operations = [
        migrations.AddField(
            model_name="facultymember",
            name="question_key",
            field=models.CharField(help_text="the link of her message", max_length=40, null=True),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="facultymember",
            name="question_key",
            field=models.CharField(default=new_key, help_text="the link of her message", max_length=40, unique=True),
        ),
    ]
