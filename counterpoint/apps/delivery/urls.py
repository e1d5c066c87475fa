from django.urls import path

from counterpoint.apps.delivery.views import measures, scoring, value

urlpatterns = [
    path("measures/", measures.index, name="measures"),
    path("measures/choose/", measures.choose, name="choose-measure"),
    path("measures/<slug:code>/", measures.measure, name="measure"),
    path("measures/<slug:code>/score/", scoring.score, name="score-measure"),
    path("value/", value.value, name="value"),
]
