from django.urls import path

from counterpoint.apps.publications import views

urlpatterns = [
    path("guidance/", views.guidance, name="guidance"),
    path("guidance/<slug:slug>/", views.guide, name="guide"),
    path("guidance.atom", views.feed, name="guidance-feed"),
    path("guidance.json", views.document, name="guidance-json"),
]
