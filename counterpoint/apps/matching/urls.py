from django.urls import path

from counterpoint.apps.matching.views import finding, home, keeping, partnering

urlpatterns = [
    path("", home.home, name="home"),
    path("find/", finding.find_matches, name="find"),
    path("find.json", finding.as_json, name="find-json"),
    path("find.csv", finding.as_csv, name="find-csv"),
    path("find/judge/", keeping.judge, name="judge-match"),
    path("find/save/", keeping.save, name="save-search"),
    path("partnerships/", partnering.partnerships, name="partnerships"),
    path("my-work/searches/", keeping.saved, name="saved-searches"),
    path("my-work/searches/<int:pk>/remove/", keeping.remove, name="remove-search"),
]
