from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "counterpoint.apps.places"
    label = "places"
    verbose_name = "Places"
