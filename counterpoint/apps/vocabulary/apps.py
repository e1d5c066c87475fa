from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "counterpoint.apps.vocabulary"
    label = "vocabulary"
    verbose_name = "Vocabulary"

    def ready(self) -> None:
        from counterpoint.apps.vocabulary import wellbeing  # noqa: F401  it registers itself
