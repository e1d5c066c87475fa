from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "counterpoint.apps.imports"
    label = "imports"
    verbose_name = "Imports"
