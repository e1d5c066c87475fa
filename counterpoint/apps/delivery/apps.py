from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "counterpoint.apps.delivery"
    label = "delivery"
    verbose_name = "Delivery"

    def ready(self) -> None:
        from counterpoint.apps.delivery import wellbeing  # noqa: F401  it registers itself
