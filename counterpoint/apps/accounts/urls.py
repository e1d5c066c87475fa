from django.urls import include, path

from counterpoint.apps.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("my-data/", views.own_data, name="own-data"),
    path("close/", views.close_account, name="close-account"),
    path("", include("allauth.urls")),
]
