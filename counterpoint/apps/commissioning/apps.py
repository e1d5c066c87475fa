from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "counterpoint.apps.commissioning"
    label = "commissioning"
    verbose_name = "Commissioning"
