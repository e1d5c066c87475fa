"""One row being read: values come out by their column, and what is wrong with them is collected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from counterpoint.domain.interchange.faults import (
    ERROR_CELL,
    MISSING,
    NEGATIVE_AMOUNT,
    NO_MONEY,
    UNREADABLE_TEXT,
    Fault,
)
from counterpoint.domain.interchange.findings import Finding, ValueRefused, refused, warned
from counterpoint.domain.interchange.records import Address, Identifier
from counterpoint.domain.interchange.rows import Row, one_line, plain_text
from counterpoint.domain.interchange.values import dates, identifiers, money, postcodes
from counterpoint.domain.interchange.values.web_addresses import read_web_address

Value = TypeVar("Value")

# What the workbook programs show where a formula went wrong.
FORMULA_ERRORS = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
)


class RowReading:
    """Optional values that cannot be read are left out with a warning; required ones refuse the row."""

    __slots__ = ("findings", "is_refused", "row")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.findings: list[Finding] = []
        self.is_refused = False

    def warn(self, fault: Fault, column: str = "", value: object = "", **more: str) -> None:
        self.findings.append(
            warned(fault, row=self.row.number, column=column, value=value, **more)
        )

    def refuse(self, fault: Fault, column: str = "", value: object = "", **more: str) -> None:
        self.is_refused = True
        self.findings.append(
            refused(fault, row=self.row.number, column=column, value=value, **more)
        )

    # Texts

    def text(self, column: str) -> str:
        text = plain_text(self.row.cells.get(column))
        if text and ("\ufffd" in text or text in FORMULA_ERRORS):
            return self._unreadable(column, text)
        return text

    def line(self, column: str) -> str:
        return one_line(self.text(column))

    def required_line(self, column: str) -> str:
        line = self.line(column)
        if not line and not self.is_refused:
            self.refuse(MISSING, column)
        return line

    def _unreadable(self, column: str, text: str) -> str:
        if text in FORMULA_ERRORS:
            self.warn(ERROR_CELL, column, text)
            return ""
        self.warn(UNREADABLE_TEXT, column, text)
        return text

    # Values

    def value(self, column: str, read: Callable[[object], Value], otherwise: Value) -> Value:
        try:
            return read(self.row.cells.get(column))
        except ValueRefused as no:
            self.warn(no.fault, column, no.value, **no.more)
            return otherwise

    def date(self, column: str) -> date | None:
        return self.value(column, dates.read_date, None)

    def postcode(self, column: str) -> str:
        return self.value(column, postcodes.read_postcode, "")

    def web_address(self, column: str) -> str:
        return self.value(column, read_web_address, "")

    def charity_number(self, column: str) -> Identifier | None:
        return self.value(column, identifiers.read_charity_number, None)

    def company_number(self, column: str) -> Identifier | None:
        return self.value(column, identifiers.read_company_number, None)

    def org_id(self, column: str) -> Identifier | None:
        return self.value(column, identifiers.read_org_id, None)

    def currency(self, column: str, otherwise: str = "GBP") -> str:
        """A currency that cannot be read would make the sum a wrong one: it refuses the row."""
        try:
            return money.read_currency(self.row.cells.get(column), otherwise)
        except ValueRefused as no:
            self.refuse(no.fault, column, no.value)
            return otherwise

    def required_amount(self, column: str) -> Decimal:
        try:
            amount = money.read_amount(self.row.cells.get(column))
        except ValueRefused as no:
            self.refuse(no.fault, column, no.value)
            return Decimal(0)
        if amount is None:
            self.refuse(MISSING, column)
            return Decimal(0)
        self._remark_on(amount, column)
        return amount

    def _remark_on(self, amount: Decimal, column: str) -> None:
        if amount < 0:
            self.warn(NEGATIVE_AMOUNT, column, amount)
        elif amount == 0:
            self.warn(NO_MONEY, column, amount)

    def position(self, latitude: str, longitude: str) -> tuple[float | None, float | None]:
        cells = self.row.cells
        try:
            found = postcodes.read_position(cells.get(latitude), cells.get(longitude))
        except ValueRefused as no:
            self.warn(no.fault, latitude, no.value)
            found = None
        return found or (None, None)

    def address(
        self,
        *,
        street: tuple[str, ...] = (),
        town: str = "",
        postcode: str = "",
        area: str = "",
    ) -> Address:
        lines = [line for column in street if (line := self.line(column))]
        return Address(
            street=", ".join(lines),
            town=self.line(town) if town else "",
            postcode=self.postcode(postcode) if postcode else "",
            area=self.line(area) if area else "",
        )
