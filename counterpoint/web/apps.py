from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "counterpoint.web"
    label = "web"
    verbose_name = "Page kit"
