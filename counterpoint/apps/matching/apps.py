from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "counterpoint.apps.matching"
    label = "matching"
    verbose_name = "Matching"
