from django.conf import settings

from counterpoint.apps.history.wellbeing import Answer, ask
from counterpoint.apps.vocabulary import files, queries


@ask
def vocabulary() -> Answer:
    release = queries.latest_release()
    if release is None:
        return Answer(
            "vocabulary",
            False,
            "No vocabulary is loaded, so no text can be understood.",
            "Run: counterpoint vocabulary load",
        )
    says = f"{release.concept_count} concepts and {release.label_count} labels are loaded."
    try:
        is_current = not queries.is_behind(settings.VOCABULARIES)
    except files.NoVocabularyFiles as missing:
        return Answer("vocabulary", True, f"{says} {missing}")
    if is_current:
        return Answer("vocabulary", True, says)
    return Answer(
        "vocabulary",
        False,
        f"{says} The files have changed since.",
        "Run: counterpoint vocabulary load",
        is_needed=False,
    )
