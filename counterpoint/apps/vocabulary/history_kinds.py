from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "vocabulary.loaded": _(
            "{by} loaded the vocabulary: {concepts} concepts and {labels} labels; "
            "{added} concepts new, {changed} changed, {retired} retired"
        ),
    }
)
