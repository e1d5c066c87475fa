from django.urls import path

from counterpoint.apps.community import views

urlpatterns = [
    path("ready/", views.readiness, name="readiness"),
    path("ready.csv", views.readiness_table, name="readiness-csv"),
]
