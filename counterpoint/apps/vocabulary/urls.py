from django.urls import path

from counterpoint.apps.vocabulary import views

urlpatterns = [
    path("vocabulary/", views.vocabulary, name="vocabulary"),
    path("vocabulary/<str:code>/", views.concept, name="concept"),
    path("vocabulary.ttl", views.turtle, name="vocabulary-turtle"),
    path("vocabulary.csv", views.table, name="vocabulary-csv"),
    path("vocabulary.json", views.document, name="vocabulary-json"),
]
