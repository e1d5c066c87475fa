from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "counterpoint.apps.directory"
    label = "directory"
    verbose_name = "Directory"

    def ready(self) -> None:
        from counterpoint.apps.directory import elsewhere, news, own_data, retention  # noqa: F401  they register themselves
