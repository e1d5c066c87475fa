"""Every remark that reading a file can lead to, as one table.

A fault has a code that never changes, a sentence that says what is so, and one that says what to
do. The sentences are English here and marked for translation; pages translate them before the
words of the case ({value}, {column} and others) are put in.
"""

from __future__ import annotations

from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Marks a sentence for the translators' list without needing a framework here."""
    return text


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    reason: str
    advice: str = ""


# Rows and cells

MISSING = Fault(
    "missing",
    gettext_noop("“{column}” is empty."),
    gettext_noop("Fill it in: a row cannot be used without it."),
)
TOO_MANY_CELLS = Fault(
    "too-many-cells",
    gettext_noop("The row has more cells than there are column headings."),
    gettext_noop(
        "Look for a comma or a line break inside a text that is not in quotation marks."
    ),
)
ERROR_CELL = Fault(
    "error-cell",
    gettext_noop("“{value}” is the error of a formula, not a value."),
    gettext_noop("Open the workbook, mend the formula or type the value, and save it again."),
)
UNREADABLE_TEXT = Fault(
    "unreadable-text",
    gettext_noop("Some letters could not be read: “{value}”."),
    gettext_noop("Save the file as “CSV UTF-8” and import it again."),
)
NOT_A_RECORD = Fault(
    "not-a-record",
    gettext_noop("This entry of the list is not a record."),
    gettext_noop("Each entry must be an object with named fields."),
)

# Values

NOT_A_DATE = Fault(
    "not-a-date",
    gettext_noop("“{value}” is not a date that can be read."),
    gettext_noop("Write it as 2015-03-31 or 31/03/2015."),
)
UNLIKELY_DATE = Fault(
    "unlikely-date",
    gettext_noop("“{value}” is a date outside the years 1700 to 2100."),
    gettext_noop("Check the year, and that the column is formatted as a date."),
)
NOT_AN_AMOUNT = Fault(
    "not-an-amount",
    gettext_noop("“{value}” is not an amount of money."),
    gettext_noop("Write digits only, such as 1234.50; write 1200000 instead of 1.2m."),
)
NEGATIVE_AMOUNT = Fault(
    "negative-amount",
    gettext_noop("The amount {value} is below zero."),
    gettext_noop("It was kept. If money was taken back, say so in the description."),
)
NO_MONEY = Fault(
    "no-money",
    gettext_noop("The amount is 0."),
    gettext_noop("It was kept. If the sum is not known, leave the cell empty instead."),
)
NOT_A_CURRENCY = Fault(
    "not-a-currency",
    gettext_noop("“{value}” is not a currency code."),
    gettext_noop("Use the three letters of ISO 4217, such as GBP or EUR."),
)
NOT_A_NUMBER = Fault(
    "not-a-number",
    gettext_noop("“{value}” is not a number."),
    gettext_noop("Write digits only, without units."),
)
NOT_YES_OR_NO = Fault(
    "not-yes-or-no",
    gettext_noop("“{value}” is neither yes nor no."),
    gettext_noop("Write Yes or No."),
)
NOT_A_POSTCODE = Fault(
    "not-a-postcode",
    gettext_noop("“{value}” is not a UK postcode."),
    gettext_noop("The record was kept without a postcode. Correct it in the source."),
)
UNKNOWN_PLACE = Fault(
    "unknown-place",
    gettext_noop("There is no place called “{value}” here, or there are several."),
    gettext_noop(
        "It was kept in words, and is not found by place. Write a town, a council area or a postcode."
    ),
)
NOT_AN_ADDRESS_ON_THE_WEB = Fault(
    "not-a-web-address",
    gettext_noop("“{value}” is not an address on the web."),
    gettext_noop("The record was kept without it. Write it as https://www.example.org."),
)
NOT_A_POSITION = Fault(
    "not-a-position",
    gettext_noop("“{value}” is not a position on the Earth."),
    gettext_noop("Give latitude and longitude in degrees, such as 51.5 and -0.12."),
)
NOT_AN_IDENTIFIER = Fault(
    "not-an-identifier",
    gettext_noop("“{value}” does not have the form of a number of {register}."),
    gettext_noop("The record was kept without it. Look the number up in the register."),
)

# Identifiers

UNKNOWN_PREFIX = Fault(
    "unknown-prefix",
    gettext_noop(
        "The identifier “{value}” begins with a list that org-id.guide does not know."
    ),
    gettext_noop(
        "It was kept as given. Use a list from org-id.guide, such as GB-CHC or GB-COH."
    ),
)
PUBLISHER_PREFIX = Fault(
    "publisher-prefix",
    gettext_noop("The grant identifier “{value}” does not begin with 360G-."),
    gettext_noop(
        "It was kept as given. The 360Giving standard asks for the publisher's prefix."
    ),
)
REPEATED_IDENTIFIER = Fault(
    "repeated-identifier",
    gettext_noop("The identifier “{value}” was used before in this file for something else."),
    gettext_noop("Both were kept apart. Give each its own identifier in the source."),
)
OUR_OWN_RECORD = Fault(
    "our-own-record",
    gettext_noop("The row is a record of this directory, by the address of its page."),
    gettext_noop(
        "It was left as it is. Change it on its page; to add a copy, empty that cell."
    ),
)
EXACT_DUPLICATE = Fault(
    "exact-duplicate",
    gettext_noop("The row is the same, cell for cell, as an earlier one."),
    gettext_noop("It was counted once."),
)

KEPT_AS_A_PERSON_WROTE_IT = Fault(
    "kept-as-a-person-wrote-it",
    gettext_noop("“{column}” was changed here by hand since the last import."),
    gettext_noop("What the file now says, “{value}”, was not taken. Change it on the record."),
)

# 360Giving

READ_AS_YES_OR_NO = Fault(
    "read-as-yes-or-no",
    gettext_noop("The standard asks for Yes or No; “{value}” was read as “{read}”."),
    gettext_noop("It was kept. Write Yes or No in the source."),
)
DATE_NOT_ISO = Fault(
    "date-not-iso",
    gettext_noop(
        "The standard asks for a date such as 2015-03-31; “{value}” was read as {read}."
    ),
    gettext_noop("It was kept. Write dates year first in the source."),
)
AMOUNT_AS_TEXT = Fault(
    "amount-as-text",
    gettext_noop("The standard asks for a number; the text “{value}” was read as {read}."),
    gettext_noop("It was kept. Write amounts without quotation marks, signs and commas."),
)
AGAINST_THE_STANDARD = Fault(
    "against-the-standard",
    gettext_noop("The 360Giving standard does not allow this: {problem}"),
    gettext_noop("It was kept. Correct it in the source before it is published again."),
)

# People

NAME_WITHHELD = Fault(
    "name-withheld",
    gettext_noop("The recipient reads as a private person."),
    gettext_noop(
        "The award was kept without the name. Names of people are never published here."
    ),
)

# Things that have ended

CLOSED = Fault(
    "closed",
    gettext_noop("It has closed: {value}."),
    gettext_noop("It was left out. The directory lists what people can use today."),
)

# Whole sheets and files

TOTAL_DIFFERS = Fault(
    "total-differs",
    gettext_noop("The file says {said} for “{value}”, and its rows make {found}."),
    gettext_noop("Ask the publisher which is right; the rows were imported as they are."),
)
NOT_READ = Fault(
    "sheet-not-read",
    gettext_noop("The sheet “{value}” was left out: {why}"),
)
FILE_NOT_READ = Fault("file-not-read", gettext_noop("Nothing was taken from it: {why}"))
COLUMNS_NOT_READ = Fault(
    "columns-not-read",
    gettext_noop("These columns were left out: {value}."),
    gettext_noop("Nothing is wrong with them; there is no place for them in the directory."),
)

FAULTS: dict[str, Fault] = {
    fault.code: fault for fault in list(globals().values()) if isinstance(fault, Fault)
}
