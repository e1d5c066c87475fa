from django.urls import path

from counterpoint.apps.delivery.views import measures, value

urlpatterns = [
    path("measures/", measures.index, name="measures"),
    path("measures/choose/", measures.choose, name="choose-measure"),
    path("measures/<slug:code>/", measures.measure, name="measure"),
    path("value/", value.value, name="value"),
]
