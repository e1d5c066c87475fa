from django.db import migrations

from counterpoint.apps.history import guards


def install(apps, schema_editor):
    guards.install(schema_editor.connection, "history_entry")


def remove(apps, schema_editor):
    guards.remove(schema_editor.connection, "history_entry")


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
