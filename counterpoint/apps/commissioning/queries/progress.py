"""How far an application has come, and what still stands in the way of sending it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count

from counterpoint.apps.commissioning.models import Application, Call, Decision, Question
from counterpoint.apps.commissioning.words import CallKind
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places.queries import ids_holding
from counterpoint.domain.commissioning.calls import consortium, eligibility, lots
from counterpoint.domain.commissioning.calls import questions as asking
from counterpoint.domain.commissioning.calls.standing import State as CallState
from counterpoint.domain.refusals import Refusal


@dataclass(frozen=True)
class Progress:
    """`by_question` are troubles at a question, by its number; the others stand by themselves."""

    answered: int
    of: int
    by_question: dict[int, list[str]]
    others: tuple[str, ...]
    failed_rules: tuple[eligibility.Failed, ...]
    asks_for: Decimal

    @property
    def can_be_sent(self) -> bool:
        return not (self.by_question or self.others or self.failed_rules)


def is_at_expression(application: Application) -> bool:
    """Whether what is to be sent now is the expression of interest."""
    return application.call.expressions_close_at is not None and not application.is_invited


def questions_now(application: Application) -> list[Question]:
    in_expression = is_at_expression(application)
    asked = application.call.questions.select_related("criterion")
    return list(asked.filter(in_expression=in_expression))


def question_value(question: Question) -> asking.Question:
    return asking.Question(
        key=str(question.pk),
        kind=asking.Kind(question.kind),
        text=question.text,
        is_required=question.is_required,
        most_words=question.most_words,
        choices=tuple(question.choices),
    )


def answers_of(application: Application, questions: Iterable[Question]) -> dict[str, Any]:
    """By the key of the question; of files and partners how many there are."""
    found: dict[str, Any] = {
        str(key): value for key, value in application.answers.values_list("question", "value")
    }
    files = application.attachments.values_list("question").annotate(count=Count("id"))
    held = {str(key): count for key, count in files.order_by()}
    partners = None
    for question in questions:
        key = str(question.pk)
        if question.kind == asking.Kind.FILE:
            found[key] = held.get(key)
        elif question.kind == asking.Kind.PARTNERS:
            if partners is None:
                partners = application.partners.count()
            # Applying alone is an answer to the question for partners.
            found[key] = partners or ("alone" if application.form == "alone" else None)
    return found


def progress_of(application: Application) -> Progress:
    found = questions_now(application)
    values = [question_value(one) for one in found]
    made = asking.progress(values, answers_of(application, found))
    by_question: dict[int, list[str]] = {}
    for trouble in made.troubles:
        by_question.setdefault(int(trouble.key), []).append(trouble.says)
    asks_for = _asks_for(application)
    others: list[str] = []
    failed: tuple[eligibility.Failed, ...] = ()
    if not is_at_expression(application):
        others = [*_lot_troubles(application), *_consortium_troubles(application)]
        failed = failed_rules(application)
    return Progress(made.answered, made.of, by_question, tuple(others), failed, asks_for)


def failed_rules(application: Application) -> tuple[eligibility.Failed, ...]:
    rules = [
        eligibility.Rule(
            str(one.pk), eligibility.Check(one.check_code), one.sentence, one.value
        )
        for one in application.call.rules.all()
    ]
    if not rules:
        return ()
    return eligibility.failed(rules, _applicant(application))


def _applicant(application: Application) -> eligibility.Applicant:
    who = application.organisation
    return eligibility.Applicant(
        places=frozenset(places_of(who)),
        roles=frozenset(who.roles.values_list("role", flat=True)),
        is_registered=who.identifiers.exists(),
        asks_for=_asks_for(application),
        form=application.form,
        declared=frozenset(map(str, application.declared)),
        lists=lists_of(who),
    )


def lists_of(organisation: Organisation) -> frozenset[str]:
    """References of the frameworks to which it was admitted, each with those that followed it."""
    admitted = Decision.objects.filter(
        outcome="admit",
        bid__application__organisation=organisation,
        bid__application__call__state=CallState.DECIDED,
    ).values_list("bid__application__call", "bid__application__call__reference")
    rounds = dict(admitted)
    later = dict(
        Call.objects.filter(earlier__in=rounds, kind=CallKind.FRAMEWORK).values_list(
            "pk", "reference"
        )
    )
    return frozenset({*rounds.values(), *later.values()})


def places_of(organisation: Organisation) -> list[str]:
    """Codes of the place of an organisation and of all that hold it."""
    from counterpoint.apps.places.models import Place

    if organisation.place is None:
        return []
    code = organisation.place.code
    held = Place.objects.filter(pk__in=ids_holding(code)).values_list("code", flat=True)
    return [code, *held]


def _asks_for(application: Application) -> Decimal:
    prices = application.bids.values_list("price", flat=True)
    return sum((price for price in prices if price), Decimal(0))


def _lot_troubles(application: Application) -> list[str]:
    bids = list(application.bids.select_related("lot"))
    if application.call.is_framework:
        # Prices come with the calls to those on the list.
        return [] if bids else [str(lots.NoLotChosen("Choose at least one lot."))]
    known = [lots.Lot(one.lot.number, one.lot.title, one.lot.ceiling) for one in bids]
    try:
        lots.check_prices({one.lot.number: one.price for one in bids}, known)
    except Refusal as refused:
        return [str(refused)]
    return []


def _consortium_troubles(application: Application) -> list[str]:
    taken = application.call.forms
    said = []
    if taken and application.form not in taken:
        said.append("This call does not take the form of consortium that you chose.")
    members = [
        consortium.Member(
            one.organisation.name,
            one.share,
            one.signs,
            one.reports,
            one.confirmed_at is not None,
            one.declined_at is not None,
        )
        for one in application.partners.select_related("organisation")
    ]
    form = consortium.Form(application.form)
    return said + consortium.troubles(form, application.own_share, members)
