"""Sums of money as people write them in tables."""

from __future__ import annotations

import re
from decimal import Decimal

from counterpoint.domain.interchange.faults import NOT_A_CURRENCY, NOT_A_NUMBER, NOT_AN_AMOUNT
from counterpoint.domain.interchange.findings import ValueRefused

PENNY = Decimal("0.01")
LARGEST = Decimal("1e12")
PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
WRITTEN = re.compile(
    r"(?P<minus>-)?\s*(?:£|€|\$|GBP|EUR|USD)?\s*(?P<minus_inside>-)?"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<pence>\.\d{1,2})?\s*(?:GBP|EUR|USD)?",
    re.IGNORECASE,
)
NOTHING_WRITTEN = frozenset({"", "-", "–", "—", "n/a", "na", "nil"})


def read_amount(value: object) -> Decimal | None:
    """The sum to the penny, or nothing for an empty cell. Shortenings such as 1.2m are refused."""
    if value is None:
        return None
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueRefused(NOT_AN_AMOUNT, value)
    return _to_the_penny(Decimal(str(value)), value)


def _from_text(value: str) -> Decimal | None:
    text = value.strip()
    if PLAIN.fullmatch(text):
        return _to_the_penny(Decimal(text), value)
    if text.casefold() in NOTHING_WRITTEN:
        return None
    # Accountants write a sum that was taken back in brackets.
    is_bracketed = text.startswith("(") and text.endswith(")")
    found = WRITTEN.fullmatch(text[1:-1] if is_bracketed else text)
    if found is None:
        raise ValueRefused(NOT_AN_AMOUNT, value)
    amount = _to_the_penny(
        Decimal(found["whole"].replace(",", "") + (found["pence"] or "")), value
    )
    return -amount if is_bracketed or found["minus"] or found["minus_inside"] else amount


def _to_the_penny(amount: Decimal, value: object) -> Decimal:
    # "Not a number" and infinity are numbers to a workbook; they fail this comparison.
    if not amount.is_finite() or abs(amount) >= LARGEST:
        raise ValueRefused(NOT_AN_AMOUNT, value)
    return amount.quantize(PENNY)


# ISO 4217 codes in use; https://www.six-group.com/en/products-services/financial-information
_CURRENCIES = """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR
    MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG
    SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"""
CURRENCIES = frozenset(_CURRENCIES.split())


def read_currency(value: object, otherwise: str = "GBP") -> str:
    text = str(value or "").strip().upper()
    if not text:
        return otherwise
    if text not in CURRENCIES:
        raise ValueRefused(NOT_A_CURRENCY, value)
    return text


def read_count(value: object) -> int | None:
    """A whole number of people, kilometres or the like, none of which can be below zero."""
    number = read_number(value)
    if number is not None and (number < 0 or number > 1e9):
        raise ValueRefused(NOT_A_NUMBER, value)
    return None if number is None else round(number)


def read_number(value: object) -> float | None:
    """A plain number."""
    if value is None or value == "":
        return None
    try:
        number = float(str(value).strip().replace(",", ""))
    except ValueError:
        raise ValueRefused(NOT_A_NUMBER, value) from None
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueRefused(NOT_A_NUMBER, value)
    return number
