from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "counterpoint.apps.agreements"
    label = "agreements"
    verbose_name = "Agreements"

    def ready(self) -> None:
        from counterpoint.apps.agreements import elsewhere, menu  # noqa: F401  they register
