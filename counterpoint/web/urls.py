from django.urls import path

from counterpoint.web import views

urlpatterns = [
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("kit/", views.kit, name="kit"),
]
