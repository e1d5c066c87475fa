"""Awards are added up the same whether few enough to add here or so many that the database does."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.apps.directory.models import Award
from counterpoint.apps.directory.queries import organisation_page as queries
from tests.factories import directory

pytestmark = pytest.mark.django_db
AWARDS = st.lists(
    st.tuples(
        st.sampled_from(["Fund A", "Fund B"]),
        st.sampled_from(["GBP", "EUR"]),
        st.decimals(0, 99_999_999, places=2),
        st.sampled_from([None, date(2001, 1, 1), date(2024, 12, 31)]),
    ),
    max_size=8,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(AWARDS)
def test_both_ways_of_adding_agree(db, awards):
    Award.objects.all().delete()
    funds = {
        name: directory.Organisation.objects.filter(name=name).first()
        or directory.organisation(name, roles=["funder"])
        for name in ("Fund A", "Fund B")
    }
    choir = directory.Organisation.objects.filter(name="Choir").first()
    choir = choir or directory.organisation("Choir")
    for fund, currency, amount, day in awards:
        directory.award(
            funder=funds[fund],
            recipient=choir,
            currency=currency,
            amount=str(amount),
            awarded_on=day,
        )
    here = queries.organisation_page(choir, with_people=False).received
    there = queries._added_there(choir.pk)
    assert here == there
    assert sum(total.amount for total in here) == sum((a for _, _, a, _ in awards), Decimal())


def test_many_awards_are_added_up_by_the_database(monkeypatch):
    monkeypatch.setattr(queries, "MOST_ADDED_HERE", 2)
    fund, choir = directory.organisation("Fund", roles=["funder"]), directory.organisation()
    for _ in range(3):
        directory.award(funder=fund, recipient=choir, amount="10.10")
    (total,) = queries.organisation_page(choir, with_people=False).received
    assert (total.count, total.amount) == (3, Decimal("30.30"))
