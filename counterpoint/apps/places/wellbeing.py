from counterpoint.apps.history.wellbeing import Answer, ask
from counterpoint.apps.places import queries
from counterpoint.apps.places.files import NoPlaceFiles, PlaceFiles


@ask
def places() -> Answer:
    release = queries.latest_release()
    if release is None:
        return Answer(
            "places",
            False,
            "No places are loaded, so no place in a text can be understood.",
            "Run: counterpoint places load",
        )
    says = f"{release.place_count} places are loaded"
    says += (
        f", and {release.postcode_count} postcodes."
        if release.postcode_count
        else "; of postcodes only the first halves."
    )
    try:
        is_current = PlaceFiles().sha256 == release.sha256
    except NoPlaceFiles as missing:
        return Answer("places", True, f"{says} {missing}")
    if is_current:
        return Answer("places", True, says)
    return Answer(
        "places",
        False,
        f"{says} The tables have changed since.",
        "Run: counterpoint places load",
        is_needed=False,
    )
