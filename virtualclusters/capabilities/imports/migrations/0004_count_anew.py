from django.db import migrations

FUNCTION = """
CREATE FUNCTION count_anew(grown regclass) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', grown);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_subject")]

    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION count_anew(regclass);")]
