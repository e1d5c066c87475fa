from django.db import migrations

from counterpoint.apps.history import guards

TABLE = "commissioning_logline"


def install(apps, schema_editor):
    guards.install(schema_editor.connection, TABLE)


def remove(apps, schema_editor):
    guards.remove(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("commissioning", "0001_calls")]
    operations = [migrations.RunPython(install, remove)]
