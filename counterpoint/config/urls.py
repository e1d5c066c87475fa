"""Which app answers which address. Addresses are promises: tests hold the list."""

from django.urls import include, path

urlpatterns = [
    path("", include("counterpoint.apps.matching.urls")),
    path("", include("counterpoint.apps.directory.urls")),
    path("", include("counterpoint.apps.directory.membership_urls")),
    path("", include("counterpoint.apps.imports.urls")),
    path("", include("counterpoint.apps.commissioning.urls")),
    path("", include("counterpoint.apps.agreements.urls")),
    path("networks/", include("counterpoint.apps.relationships.urls")),
    path("programmes/", include("counterpoint.apps.programmes.urls")),
    path("", include("counterpoint.apps.delivery.urls")),
    path("", include("counterpoint.apps.evidence.urls")),
    path("", include("counterpoint.apps.publications.urls")),
    path("", include("counterpoint.apps.community.urls")),
    path("places/", include("counterpoint.apps.places.urls")),
    path("", include("counterpoint.apps.vocabulary.urls")),
    path("", include("counterpoint.apps.updates.urls")),
    path("account/", include("counterpoint.apps.accounts.urls")),
    path("", include("counterpoint.apps.history.urls")),
    path("", include("counterpoint.web.urls")),
]

handler400 = "counterpoint.web.refusals.bad_request"
handler403 = "counterpoint.web.refusals.permission_denied"
handler404 = "counterpoint.web.refusals.page_not_found"
handler500 = "counterpoint.web.refusals.server_error"
