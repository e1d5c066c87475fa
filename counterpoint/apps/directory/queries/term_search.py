"""Terms to add by hand."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from counterpoint.apps.vocabulary.models import Concept, Label

MOST_FOUND = 20
# A legal form says who somebody is, not what they offer or need.
NOT_FOR_TAGGING = (Concept.Kind.LEGAL_FORM,)


def terms_called(words: str) -> QuerySet[Concept]:
    """Terms with these words in their name or in what anybody calls them, names first."""
    labelled = Label.objects.filter(text__icontains=words).values("concept")
    in_name = Case(
        When(name__istartswith=words, then=Value(0)),
        When(name__icontains=words, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return (
        Concept.objects.filter(Q(name__icontains=words) | Q(pk__in=labelled), retired_at=None)
        .exclude(kind__in=NOT_FOR_TAGGING)
        .order_by(in_name, "name")[:MOST_FOUND]
    )
