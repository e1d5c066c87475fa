from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "counterpoint.apps.community"
    label = "community"
    verbose_name = "Community"
