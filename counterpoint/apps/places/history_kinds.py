from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "places.loaded": _(
            "{by} loaded the places: {added} new, {changed} changed, {places} in all"
        ),
        "places.postcodes_loaded": _(
            "{by} loaded the postcode directory {file}: {read} postcodes read, {kept} kept"
        ),
    }
)
