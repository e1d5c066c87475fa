"""Lists in pages, without counting further than anybody reads."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

PER_PAGE = 20
# Beyond this the list says "more than", and offers the download and narrower questions instead.
COUNTED_TO = 10_000

Records = QuerySet[Any]


class CappedPaginator(Paginator):
    """Pages of what was found, of at most as many records as are counted.

    `with_details` adds what a row shows, so that counting need not do it.
    """

    def __init__(self, records: Records, with_details: Callable[[Records], Records]) -> None:
        super().__init__(records, PER_PAGE)
        self.records = records
        self.with_details = with_details

    @cached_property
    def found(self) -> int:
        """How many there are; one more than COUNTED_TO stands for all beyond."""
        return self.records.order_by()[: COUNTED_TO + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.found, COUNTED_TO)

    @property
    def is_capped(self) -> bool:
        return self.found > COUNTED_TO

    def page(self, number: int | str) -> Page:
        valid = self.validate_number(number)
        first = (valid - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        return self._get_page(list(self.with_details(self.records)[first:last]), valid, self)


def page_of(
    records: Records, number: str, with_details: Callable[[Records], Records]
) -> tuple[CappedPaginator, Page]:
    pages = CappedPaginator(records, with_details)
    return pages, pages.get_page(number)
