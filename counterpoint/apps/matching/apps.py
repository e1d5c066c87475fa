from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "counterpoint.apps.matching"
    label = "matching"
    verbose_name = "Matching"

    def ready(self) -> None:
        from counterpoint.apps.matching import (  # noqa: F401  they register
            finders,
            own_data,
            retention,
            wellbeing,
        )
