from django.urls import path

from counterpoint.apps.imports.views import doubts, mapping, runs, sources, starting, undoing

public = [
    path("data-sources/", sources.data_sources, name="data-sources"),
    path("data-sources/sources.csv", sources.as_csv, name="data-sources-csv"),
    path("data-sources/sources.json", sources.as_json, name="data-sources-json"),
]
of_one_run = [
    path("imports/<int:pk>/", runs.import_run, name="import-run"),
    path("imports/<int:pk>/progress/", runs.fragment, name="import-run-fragment"),
    path("imports/<int:pk>/refused.csv", runs.refused_csv, name="import-refused-csv"),
    path("imports/<int:pk>/columns/", mapping.import_mapping, name="import-mapping"),
    path("imports/<int:pk>/for-real/", starting.import_for_real, name="import-for-real"),
    path("imports/<int:pk>/resume/", starting.resume, name="resume-import"),
    path("imports/<int:pk>/undo/", undoing.undo_import, name="undo-import"),
]
urlpatterns = [
    *public,
    path("imports/", runs.imports, name="imports"),
    path("imports/new/", starting.new_import, name="new-import"),
    path("imports/doubts/", doubts.doubts, name="doubts"),
    path("imports/doubts/<int:pk>/", doubts.settle_doubt, name="settle-doubt"),
    path("imports/mappings/", mapping.mappings, name="mappings"),
    path("imports/mappings/<int:pk>/", mapping.edit_mapping, name="edit-mapping"),
    path("imports/mappings/<int:pk>/remove/", mapping.remove_mapping, name="remove-mapping"),
    *of_one_run,
]
