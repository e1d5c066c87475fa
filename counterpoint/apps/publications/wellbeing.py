from django.utils import timezone

from counterpoint.apps.history.wellbeing import Answer, ask
from counterpoint.apps.publications.models import Guide


@ask
def guidance() -> Answer:
    count = Guide.objects.in_force().count()
    overdue = Guide.objects.due_for_review(timezone.localdate()).count()
    says = f"{count} guides are loaded."
    if not overdue:
        return Answer("guidance", True, says, is_needed=False)
    return Answer(
        "guidance",
        False,
        f"{says} {overdue} should have been looked at again by now.",
        "Run: counterpoint guides due",
        is_needed=False,
    )
