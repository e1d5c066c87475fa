"""Lists in pages, without counting further than anybody reads."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

if TYPE_CHECKING:
    Pages = Paginator[Any]
else:  # generic only for the type checker
    Pages = Paginator

PER_PAGE = 20
# Beyond this the list says "more than", and offers the download and narrower questions instead.
COUNTED_TO = 10_000

Records = QuerySet[Any]


class CappedPaginator(Pages):
    """Pages of what was found, of at most as many records as are counted.

    `as_rows` reads what a row shows, so that counting need not do it.
    """

    def __init__(self, records: Records, as_rows: Callable[[Records], list[Any]]) -> None:
        super().__init__(records, PER_PAGE)
        self.records = records
        self.as_rows = as_rows

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

    def page(self, number: int | str) -> Page[Any]:
        valid = self.validate_number(number)
        first = (valid - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        return Page(self.as_rows(self.records[first:last]), valid, self)


def page_of(
    records: Records, number: str, as_rows: Callable[[Records], list[Any]]
) -> tuple[CappedPaginator, Page[Any]]:
    pages = CappedPaginator(records, as_rows)
    return pages, pages.get_page(number)
