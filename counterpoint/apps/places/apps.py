from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "counterpoint.apps.places"
    label = "places"
    verbose_name = "Places"

    def ready(self) -> None:
        from counterpoint.apps.places import wellbeing  # noqa: F401  it registers itself
