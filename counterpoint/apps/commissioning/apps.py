from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "counterpoint.apps.commissioning"
    label = "commissioning"
    verbose_name = "Commissioning"

    def ready(self) -> None:
        from counterpoint.apps.commissioning import (  # noqa: F401  they register
            elsewhere,
            news,
            own_data,
            retention,
        )
        from counterpoint.apps.history import guards

        guards.append_only("commissioning_logline")
