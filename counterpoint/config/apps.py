from django.apps import AppConfig


class WiringConfig(AppConfig):
    """Makes the operator's commands (serve, prepare, doctor, settings, demo) known to Django."""

    name = "counterpoint.config"
    label = "config"
    verbose_name = "Wiring"

    def ready(self) -> None:
        from counterpoint.config import doctor  # noqa: F401  its questions register themselves
