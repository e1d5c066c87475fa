from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "counterpoint.apps.publications"
    label = "publications"
    verbose_name = "Publications"

    def ready(self) -> None:
        from counterpoint.apps.publications import (  # noqa: F401  they register themselves
            history_kinds,
            wellbeing,
        )
