from django.apps import AppConfig


class UpdatesConfig(AppConfig):
    name = "counterpoint.apps.updates"
    label = "updates"
    verbose_name = "Updates"

    def ready(self) -> None:
        from counterpoint.apps.updates import menu, newsletter_kind, own_data, retention  # noqa: F401  they register themselves
