"""Numbers of organisations in registers, by the list codes of org-id.guide."""

from __future__ import annotations

import re

from counterpoint.domain.interchange.faults import NOT_AN_IDENTIFIER, UNKNOWN_PREFIX
from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.records import Identifier

# Lists that UK grant and charity data use; https://org-id.guide
_KNOWN_LISTS = """GB-CHC GB-COH GB-SC GB-NIC GB-EDU GB-UKPRN GB-LAE GB-LAS GB-LAC GB-PLA GB-NHS GB-GOR GB-MPR
    GB-SHPE GB-HESA GB-REV GB-ASC GB-SCOTEDU GB-NIEDU GB-WALEDU GB-IRN GB-CASC GB-NOT GB-GOV
    XI-GRID XI-ROR XI-LEI XI-WIKIDATA XM-DAC IE-CHY IE-CRO US-EIN IM-GR JE-OAC GG-RCE GB-GSS"""
KNOWN_LISTS = frozenset(_KNOWN_LISTS.split())
# Identifiers that a grant-maker made for want of a register: 360G-<publisher>:ORG:<number>.
PUBLISHER_MADE = "360G"
# Codes of the Office for National Statistics name an area, and its council where there is just one.
AREA = "GB-GSS"

ORG_ID = re.compile(r"([A-Z]{2}-[A-Z]+)-(.+)")
ENGLISH_CHARITY = re.compile(r"\d{5,7}(?:-\d{1,4})?")
SCOTTISH_CHARITY = re.compile(r"SC0?\d{5}")
NORTHERN_IRISH_CHARITY = re.compile(r"(?:NIC)?(1\d{5})")
COMPANY = re.compile(r"(?:[A-Z]{2}\d{6}|\d{8}|[A-Z]{2}\d{5}[A-Z])")
AREA_CODE = re.compile(r"[EWSNKJ]\d{8}")
# Numbers that people type to get past a form.
PLACEHOLDERS = frozenset(
    {"", "0", "00000000", "12345678", "1234567", "123456", "N/A", "NA", "-", "NONE"}
)


def read_charity_number(value: object) -> Identifier | None:
    """England and Wales, Scotland or Northern Ireland, told apart by the number's own form."""
    number = _squeezed(value)
    if number in PLACEHOLDERS:
        return None
    if SCOTTISH_CHARITY.fullmatch(number):
        return Identifier("GB-SC", "SC" + number[2:].zfill(6))
    if number.startswith("NIC") and (found := NORTHERN_IRISH_CHARITY.fullmatch(number)):
        return Identifier("GB-NIC", found[1])
    if ENGLISH_CHARITY.fullmatch(number):
        return Identifier("GB-CHC", number)
    raise ValueRefused(NOT_AN_IDENTIFIER, value, register="the charity regulators")


def read_company_number(value: object) -> Identifier | None:
    """Eight signs; the noughts in front, which workbooks eat, are put back."""
    number = _squeezed(value)
    if number in PLACEHOLDERS:
        return None
    if number.isdecimal():
        number = number.zfill(8)
    elif number[:2].isalpha() and number[2:].isdecimal():
        number = number[:2] + number[2:].zfill(6)
    if not COMPANY.fullmatch(number):
        raise ValueRefused(NOT_AN_IDENTIFIER, value, register="Companies House")
    return Identifier("GB-COH", number)


def read_org_id(value: object) -> Identifier | None:
    """An identifier with its list in front, as 360Giving writes it."""
    text = str(value or "").strip()
    if not text:
        return None
    if text.startswith("360G-"):
        return Identifier(PUBLISHER_MADE, text[5:])
    found = ORG_ID.fullmatch(text)
    if not found or found[1] not in KNOWN_LISTS:
        raise ValueRefused(UNKNOWN_PREFIX, text)
    return _in_its_own_list(found[1], found[2].strip(), text)


def _in_its_own_list(scheme: str, number: str, written: str) -> Identifier:
    """The same organisation must not have two spellings: noughts put back, Scotland in its list."""
    try:
        if scheme in ("GB-CHC", "GB-SC"):
            return read_charity_number(number) or Identifier(scheme, number)
        if scheme == "GB-NIC":
            return read_charity_number(
                "NIC" + number.upper().removeprefix("NIC")
            ) or Identifier(scheme, number)
        if scheme == "GB-COH":
            return read_company_number(number) or Identifier(scheme, number)
    except ValueRefused as refusal:
        raise ValueRefused(refusal.fault, written, **refusal.more) from None
    return Identifier(scheme, number)


def read_area_code(value: object) -> str:
    """A code of the Office for National Statistics, or nothing if it has another form."""
    code = _squeezed(value)
    return code if AREA_CODE.fullmatch(code) else ""


def _squeezed(value: object) -> str:
    """A number that a workbook or a data tool made a decimal ('2324869.0') is a number again."""
    if isinstance(value, str) and value.isalnum():
        return value.upper()
    text = re.sub(r"\s+", "", str(value if value is not None else "")).upper()
    return text[:-2] if text.endswith(".0") and text[:-2].isdecimal() else text
