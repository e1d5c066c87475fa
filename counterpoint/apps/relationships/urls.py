from django.urls import path

from counterpoint.apps.relationships import views

urlpatterns = [
    path("", views.index, name="networks"),
    path("ties.csv", views.ties_csv, name="networks-csv"),
    path("network.graphml", views.graphml, name="networks-graphml"),
]
