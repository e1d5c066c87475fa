from django.urls import path, register_converter

from counterpoint.apps.evidence.views import pages


class Style:
    regex = r"csl\.json|csv|json|ris"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Style, "reference_style")

urlpatterns = [
    path("evidence/", pages.study_list, name="evidence"),
    path("evidence.<reference_style:style>", pages.download, name="evidence-file"),
    path("evidence/map/", pages.gap_map, name="gap-map"),
    path("evidence/map.csv", pages.gap_map_file, {"style": "csv"}, name="gap-map-csv"),
    path("evidence/map.json", pages.gap_map_file, {"style": "json"}, name="gap-map-json"),
    path("evidence/map/<str:art>/<str:outcome>/", pages.gap_map_cell, name="gap-map-cell"),
    path("evidence/<slug:key>/", pages.study, name="study"),
]
