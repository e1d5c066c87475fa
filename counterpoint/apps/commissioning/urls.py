from django.urls import path

from counterpoint.apps.commissioning.views import price, route, specification

urlpatterns = [
    path("route/", route.route, name="buying-route"),
    path("specification-check/", specification.specification, name="specification-check"),
    path("price/", price.price, name="price"),
    path("price.csv", price.as_csv, name="price-csv"),
]
