from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "counterpoint.apps.programmes"
    label = "programmes"
    verbose_name = "Programmes"

    def ready(self) -> None:
        from counterpoint.apps.programmes import elsewhere  # noqa: F401  it registers itself
