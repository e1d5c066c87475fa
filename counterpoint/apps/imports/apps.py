from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "counterpoint.apps.imports"
    label = "imports"
    verbose_name = "Imports"

    def ready(self) -> None:
        from counterpoint.apps.imports import belongings  # noqa: F401  it registers itself
