"""Two people act in the same moment, in real transactions: no rule of a call breaks."""

from decimal import Decimal

import pytest

from counterpoint.apps.commissioning.actions import applying, assessing, deciding, publishing
from counterpoint.apps.commissioning.models import Application, Bid, Call
from counterpoint.domain.commissioning.calls.standing import WrongTime
from counterpoint.domain.commissioning.deciding.awards import OverThePot
from tests.at_once import at_once, fresh
from tests.factories import calls, directory
from tests.factories.calls import AFTER, CLOSES

pytestmark = pytest.mark.usefixtures("several_connections")


def test_two_awards_never_exceed_the_pot():
    made = calls.call()
    for price in (6_000, 6_000):
        calls.application(made, price=price)
    calls.scored(made, (5, 5), (4, 4))

    def award(pk):
        return lambda: deciding.decide_bid(
            bid=fresh(Bid, pk),
            outcome="award",
            amount=Decimal(6_000),
            reason="By rank.",
            by=None,
            at=AFTER,
        )

    outcomes = at_once(*(award(bid.pk) for bid in Bid.objects.all()))
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType", "OverThePot"]
    assert isinstance(next(filter(None, outcomes)), OverThePot)
    made.refresh_from_db()
    assert made.awarded == Decimal(6_000)


def test_the_seal_is_broken_once():
    made = calls.call()
    calls.application(made)
    outcomes = at_once(
        *[
            lambda: assessing.open_applications(call=fresh(Call, made.pk), by=None, at=AFTER)
            for _time in range(2)
        ]
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType", "WrongTime"]
    assert made.log.count() == 1


def test_an_application_is_begun_once():
    made, choir = calls.call(), directory.organisation()
    singers = [calls.editor(choir) for _time in range(2)]
    outcomes = at_once(
        *[
            lambda singer=singer: applying.start(
                call=fresh(Call, made.pk), organisation=choir, by=singer, at=calls.AT
            )
            for singer in singers
        ]
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["AlreadyApplying", "NoneType"]
    assert made.applications.count() == 1


def test_of_two_answers_one_is_kept_and_the_other_shown():
    made, choir = calls.call(), directory.organisation()
    singers = [calls.editor(choir) for _time in range(2)]
    begun = calls.application(made, choir, by=singers[0], is_sent=False)
    question = made.questions.get()
    outcomes = at_once(
        *[
            lambda singer=singer, n=n: applying.save_answer(
                application=fresh(Application, begun.pk),
                question=question,
                value=f"Answer {n}",
                seen_version=1,
                by=singer,
                at=calls.AT,
            )
            for n, singer in enumerate(singers)
        ]
    )
    refused = next(filter(None, outcomes))
    assert isinstance(refused, applying.AnsweredMeanwhile)
    assert {begun.answers.get().value, refused.mine} == {"Answer 0", "Answer 1"}


def test_sent_twice_in_one_moment_there_are_two_receipts_in_order():
    made, choir = calls.call(), directory.organisation()
    singers = [calls.editor(choir) for _time in range(2)]
    begun = calls.application(made, choir, by=singers[0], is_sent=False)
    outcomes = at_once(
        *[
            lambda singer=singer: applying.submit(
                application=fresh(Application, begun.pk), by=singer, at=CLOSES
            )
            for singer in singers
        ]
    )
    assert outcomes == [None, None]
    assert sorted(begun.submissions.values_list("number", flat=True)) == [1, 2]


def test_withdrawn_while_somebody_sends_either_comes_first_and_both_are_told():
    made, choir = calls.call(), directory.organisation()
    singer = calls.editor(choir)
    begun = calls.application(made, choir, by=singer, is_sent=False)
    withdrawn, sent = at_once(
        lambda: publishing.withdraw_call(
            call=fresh(Call, made.pk), why="No money.", by=None, at=CLOSES
        ),
        lambda: applying.submit(
            application=fresh(Application, begun.pk), by=singer, at=CLOSES
        ),
    )
    assert withdrawn is None
    assert sent is None or isinstance(sent, WrongTime)
    assert begun.submissions.count() == (sent is None)
