from counterpoint.apps.delivery.queries import measures
from counterpoint.apps.history.wellbeing import Answer, ask
from counterpoint.domain.refusals import Refusal


@ask
def instruments() -> Answer:
    try:
        count = len(measures.instruments())
    except Refusal as refused:
        return Answer("measures", False, str(refused), "Correct the files.", is_needed=False)
    return Answer("measures", True, f"{count} measures are described.")
