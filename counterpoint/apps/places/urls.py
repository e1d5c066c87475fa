from django.urls import path

from counterpoint.apps.places import views

urlpatterns = [
    path("", views.index, name="places"),
    path("places.csv", views.all_as_csv, name="places-csv"),
    path("<str:code>/", views.place, name="place"),
    path("<str:code>/place.json", views.place_as_json, name="place-json"),
    path("<str:code>/place.geojson", views.place_as_geojson, name="place-geojson"),
    path("<str:code>/parts.csv", views.parts_as_csv, name="place-parts-csv"),
]
