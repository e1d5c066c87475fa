"""The fields that a column of a plain list can be read as, and the headings that people give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.domain.interchange.faults import gettext_noop
from counterpoint.domain.interchange.records import RecordKind


@dataclass(frozen=True, slots=True)
class Field:
    """`names` are the headings, as `heading_key` gives them, that say this without being asked."""

    code: str
    label: str
    names: tuple[str, ...] = ()
    is_required: bool = False


IDENTIFIER = Field(
    "id",
    gettext_noop("Identifier in the file"),
    (
        "id",
        "identifier",
        "ref",
        "reference",
        "offer id",
        "need id",
        "uid",
        "key",
        "number",
        "no",
        "code",
    ),
)
PLACE = Field(
    "place",
    gettext_noop("Place"),
    (
        "place",
        "where",
        "location",
        "area",
        "town",
        "city",
        "borough",
        "district",
        "local authority",
        "region",
        "county",
        "lle",
        "lleoliad",
    ),
)
ORGANISATION = Field(
    "organisation",
    gettext_noop("Organisation"),
    (
        "organisation",
        "organization",
        "organisation name",
        "organization name",
        "org",
        "provider",
        "company",
        "group",
        "artist",
        "run by",
        "sefydliad",
        "commissioner",
    ),
)
TITLE = Field(
    "title",
    gettext_noop("Title"),
    (
        "title",
        "name",
        "offer",
        "offer title",
        "what",
        "project",
        "activity",
        "heading",
        "teitl",
    ),
    is_required=True,
)
DESCRIPTION = Field(
    "description",
    gettext_noop("Description"),
    (
        "description",
        "details",
        "about",
        "summary",
        "what we do",
        "text",
        "words",
        "offer description",
        "disgrifiad",
    ),
)
NEED = Field(
    "need",
    gettext_noop("Need, in their own words"),
    (
        "need",
        "needs",
        "need statement",
        "statement",
        "the need",
        "requirement",
        "outcome wanted",
        "outcomes wanted",
        "what is needed",
        "angen",
        "need description",
        "query",
    ),
    is_required=True,
)
NAME = Field(
    "name",
    gettext_noop("Name"),
    (
        "name",
        "organisation",
        "organization",
        "organisation name",
        "organization name",
        "charity name",
        "company name",
        "title",
        "enw",
    ),
    is_required=True,
)
OTHER_NAME = Field(
    "other_name",
    gettext_noop("Other name"),
    (
        "other name",
        "alternative name",
        "alternate name",
        "trading name",
        "also known as",
        "aka",
        "former name",
        "previous name",
        "working name",
    ),
)
CHARITY_NUMBER = Field(
    "charity_number",
    gettext_noop("Charity number"),
    (
        "charity number",
        "charity no",
        "charity no.",
        "registered charity number",
        "charity",
        "regd charity number",
        "charity registration number",
    ),
)
COMPANY_NUMBER = Field(
    "company_number",
    gettext_noop("Company number"),
    (
        "company number",
        "company no",
        "company no.",
        "registered company number",
        "company registration number",
        "companies house number",
    ),
)
ORG_ID = Field(
    "org_id",
    gettext_noop("Organisation identifier with its list"),
    ("org id", "org-id", "orgid"),
)
AREA_CODE = Field(
    "area_code",
    gettext_noop("Area code (ONS)"),
    ("gss", "gss code", "ons code", "area code", "lad code"),
)
POSTCODE = Field(
    "postcode",
    gettext_noop("Postcode"),
    ("postcode", "post code", "postal code", "zip", "cod post"),
)
WEBSITE = Field(
    "website",
    gettext_noop("Website"),
    ("website", "web", "url", "web address", "homepage", "web site", "link", "gwefan"),
)
ADDRESS = Field(
    "address",
    gettext_noop("Address"),
    ("address", "street", "street address", "address 1", "address line 1", "cyfeiriad"),
)
LATITUDE = Field("latitude", gettext_noop("Latitude"), ("latitude", "lat"))
LONGITUDE = Field("longitude", gettext_noop("Longitude"), ("longitude", "long", "lng", "lon"))
ART_FORM = Field(
    "art_form",
    gettext_noop("Art form"),
    ("art form", "artform", "art forms", "discipline", "main discipline", "main artform"),
)
ROLE = Field(
    "role", gettext_noop("Kind of organisation"), ("kind", "type", "organisation type", "role")
)
AMOUNT = Field(
    "amount",
    gettext_noop("Amount"),
    (
        "amount",
        "amount awarded",
        "award amount",
        "grant amount",
        "award",
        "grant awarded",
        "value",
        "total awarded",
        "sum",
        "awarded (£)",
        "amount (£)",
        "£ awarded",
        "amount £",
    ),
    is_required=True,
)
RECIPIENT = Field(
    "recipient",
    gettext_noop("Recipient"),
    (
        "recipient",
        "recipient name",
        "grantee",
        "awarded to",
        "recipient org:name",
        "recipient organisation",
        "organisation",
        "organisation name",
        "applicant",
        "applicant name",
    ),
    is_required=True,
)
FUNDER = Field(
    "funder",
    gettext_noop("Funder"),
    ("funder", "funding organisation", "funding org:name", "funder name", "awarded by"),
)
CURRENCY = Field("currency", gettext_noop("Currency"), ("currency",))
AWARDED_ON = Field(
    "awarded_on",
    gettext_noop("Date of the award"),
    (
        "award date",
        "date awarded",
        "date of award",
        "awarded",
        "date",
        "decision date",
        "awarded on",
    ),
)
PROGRAMME = Field(
    "programme",
    gettext_noop("Grant programme"),
    (
        "programme",
        "grant programme",
        "fund",
        "scheme",
        "program",
        "grant programme:title",
        "strand",
    ),
)
CAPACITY = Field(
    "capacity", gettext_noop("Capacity"), ("capacity", "group size", "how many people")
)
TRAVEL = Field(
    "travel_km", gettext_noop("Travels, in kilometres"), ("travel km", "travel", "travels")
)
ONLINE = Field("online", gettext_noop("Also online"), ("online", "also online"))
SAFEGUARDING = Field("safeguarding", gettext_noop("Safeguarding"), ("safeguarding",))
INSURANCE = Field("insurance", gettext_noop("Insurance"), ("insurance",))
ACCESS = Field("access", gettext_noop("Access"), ("access", "accessibility"))
PEOPLE = Field(
    "people", gettext_noop("About how many people"), ("people", "how many", "number of people")
)
BUDGET = Field("budget", gettext_noop("Budget"), ("budget", "budget amount", "budget (£)"))
WANTED_BY = Field(
    "wanted_by", gettext_noop("Wanted by"), ("wanted by", "deadline", "needed by", "by when")
)
IDENTIFIERS = Field(
    "identifiers", gettext_noop("Identifiers with their lists"), ("identifiers",)
)
FOUNDED_ON = Field(
    "founded_on",
    gettext_noop("Founded on"),
    ("founded on", "founded", "opened on", "date registered"),
)
CLOSED_ON = Field(
    "closed_on", gettext_noop("Closed on"), ("closed on", "closed", "date closed")
)
TO_AN_INDIVIDUAL = Field(
    "to_an_individual", gettext_noop("To an individual"), ("to an individual",)
)
PRICE = Field("price", gettext_noop("Price"), ("price", "cost", "fee", "price per session"))

# What our own exports say: a row that comes back is known by it.
PAGE = Field("page", gettext_noop("Address of its page"), ("page",))

FIELDS: Mapping[RecordKind, tuple[Field, ...]] = {
    RecordKind.OFFER: (
        IDENTIFIER,
        TITLE,
        DESCRIPTION,
        PLACE,
        ORGANISATION,
        POSTCODE,
        CAPACITY,
        PRICE,
        TRAVEL,
        ONLINE,
        SAFEGUARDING,
        INSURANCE,
        ACCESS,
        PAGE,
    ),
    RecordKind.NEED: (
        IDENTIFIER,
        NEED,
        Field("title", gettext_noop("Title"), ("title", "name", "heading")),
        PLACE,
        ORGANISATION,
        POSTCODE,
        PEOPLE,
        BUDGET,
        CURRENCY,
        WANTED_BY,
        PAGE,
    ),
    RecordKind.ORGANISATION: (
        NAME,
        IDENTIFIER,
        OTHER_NAME,
        ROLE,
        CHARITY_NUMBER,
        COMPANY_NUMBER,
        ORG_ID,
        AREA_CODE,
        DESCRIPTION,
        WEBSITE,
        ADDRESS,
        PLACE,
        POSTCODE,
        LATITUDE,
        LONGITUDE,
        ART_FORM,
        IDENTIFIERS,
        FOUNDED_ON,
        CLOSED_ON,
        PAGE,
    ),
    RecordKind.AWARD: (
        AMOUNT,
        RECIPIENT,
        Field(
            "title",
            gettext_noop("Title"),
            ("title", "activity name", "project title", "project", "purpose"),
        ),
        IDENTIFIER,
        FUNDER,
        DESCRIPTION,
        CURRENCY,
        AWARDED_ON,
        PROGRAMME,
        ART_FORM,
        PLACE,
        # Where the recipient is, which need not be where the money is spent.
        Field(
            "recipient_place",
            gettext_noop("Where the recipient is"),
            ("recipient place", "recipient location", "recipient area", "recipient district"),
        ),
        POSTCODE,
        CHARITY_NUMBER,
        COMPANY_NUMBER,
        TO_AN_INDIVIDUAL,
        PAGE,
    ),
}


def field(kind: RecordKind, code: str) -> Field:
    return next(field for field in FIELDS[kind] if field.code == code)
