"""Everything that the find page prints."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.matching.forms.asking import WEIGHT, Asked
from counterpoint.apps.matching.presenters import chips, results
from counterpoint.apps.matching.presenters.address import Address
from counterpoint.apps.matching.presenters.examples import examples
from counterpoint.apps.matching.presenters.explanations import CRITERIA
from counterpoint.apps.matching.presenters.facets import facets
from counterpoint.apps.matching.presenters.mapping import drawing
from counterpoint.apps.matching.queries.finding import Answer
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.domain.matching.criteria import HEAVIEST, Criterion
from counterpoint.domain.vocabulary.concepts import Verdict
from counterpoint.web.components import Link


def empty_page(asked: Asked) -> dict[str, Any]:
    side = asked.question.side.value
    return {"question": asked.question, "side": side, "examples": examples(side)}


def find_page(
    asked: Asked, answer: Answer, records: Mapping[str, Model], query: QueryDict
) -> dict[str, Any]:
    question, understanding = asked.question, answer.understanding
    address = Address(reverse("find"), query)
    page = results.page_of(answer)
    matches = list(page.object_list)
    shown = results.results(matches, records, question.side, page.start_index())
    return {
        "question": question,
        "side": question.side.value,
        "examples": (),
        "problems": asked.problems,
        "answer": answer,
        "refusals": _refusals(answer, Verdict.REFUSE),
        "doubts": _refusals(answer, Verdict.ASK),
        "anyway_url": address.putting("anyway", "1"),
        "chips": chips.chips(understanding, address),
        "suggestions": chips.suggestions(understanding, address),
        "place_questions": chips.place_questions(understanding, address),
        "clear_url": Address(reverse("find"), QueryDict(f"as={question.side.value}")).putting(
            "q", question.text
        ),
        "tabs": results.tabs(answer, address),
        "sorts": results.sorts(question, address),
        "count": _count(answer),
        "page": page,
        "results": shown,
        "first_title": results.SEVERAL[question.kinds[0]],
        "beside": list(results.beside(answer, records, address)),
        "map": drawing(matches, shown),
        "facets": facets(answer),
        "carried": list(_carried(question)),
        "weights": _weights(question),
        "downloads": _downloads(address),
        "address": address.query,
    }


def _carried(question: Question) -> Iterator[tuple[str, str]]:
    """Kept in the form that narrows, because they are not fields of it."""
    yield "as", question.side.value
    yield "q", question.text
    yield from (("add", code) for code in question.added)
    yield from (("off", code) for code in question.without)
    if question.kind:
        yield "kind", question.kind
    if question.sort != "match":
        yield "sort", question.sort
    if question.anyway:
        yield "anyway", "1"


def _refusals(answer: Answer, verdict: Verdict) -> list[Any]:
    return [one for one in answer.understanding.refusals if one.verdict is verdict]


def _count(answer: Answer) -> str:
    found = len(answer.groups[0].matches) if answer.groups else 0
    total = max(answer.total, found)
    words = ngettext(
        "The best %(found)s of %(total)s record that shares something with your words",
        "The best %(found)s of %(total)s records that share something with your words",
        total,
    )
    return words % {"found": f"{found:,}", "total": f"{total:,}"}


def _weights(question: Question) -> list[dict[str, Any]]:
    return [
        {
            "name": f"{WEIGHT}{criterion}",
            "label": CRITERIA[criterion],
            "value": question.weights[criterion],
            "heaviest": HEAVIEST,
        }
        for criterion in Criterion
    ]


def _downloads(address: Address) -> list[Link]:
    return [
        Link(_("CSV"), str(address.at(reverse("find-csv")))),
        Link(_("JSON"), str(address.at(reverse("find-json")))),
    ]
