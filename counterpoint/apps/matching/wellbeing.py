from counterpoint.apps.history.wellbeing import Answer, ask
from counterpoint.apps.matching.queries.knowledge import engine, vocabulary_mark
from counterpoint.domain.matching.engine import EngineRefused, State

ADVICE = (
    "It is made anew by itself while `counterpoint serve` runs; or run: counterpoint reindex"
)


@ask
def search_index() -> Answer:
    try:
        health = engine().health(vocabulary=vocabulary_mark(), is_thorough=True)
    except EngineRefused as refused:
        return Answer("search index", False, str(refused), is_needed=False)
    if health.state is State.READY:
        return Answer("search index", True, f"{health.count} records can be found.")
    # Not needed: until it is made, questions are answered from the database.
    says = f"The search index is {health.state}: {'; '.join(health.reasons)}."
    return Answer("search index", False, says, ADVICE, is_needed=False)
