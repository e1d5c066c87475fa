"""The publications that the readers know by their look: who publishes them, under which licence.

"Inferred" licences follow from the publisher's general policy; the file itself does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterpoint.domain.interchange.records import Identifier, OrganisationRecord

OPEN_GOVERNMENT = "Open Government Licence v3.0"
OPEN_GOVERNMENT_URL = (
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
)
CC_BY = "Creative Commons Attribution 4.0"
CC_BY_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Publication:
    """A data set as its publisher would name it."""

    name: str
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    url: str = ""


ARTS_COUNCIL_ENGLAND = OrganisationRecord(
    name="Arts Council England",
    kind="funder",
    identifiers=(Identifier("GB-CHC", "1036733"),),
    website="https://www.artscouncil.org.uk",
)


def _arts_council(name: str) -> Publication:
    return Publication(
        f"Arts Council England: {name}",
        "Arts Council England",
        f"{OPEN_GOVERNMENT} (inferred)",
        OPEN_GOVERNMENT_URL,
        "https://www.artscouncil.org.uk",
    )


NATIONAL_PORTFOLIO = _arts_council("National Portfolio")
RECOVERY_FUND = _arts_council("Culture Recovery Fund")
PROJECT_GRANTS = _arts_council("National Lottery Project Grants")
GRANTS_FOR_THE_ARTS = _arts_council("Grants for the arts")
LIBRARIES = Publication(
    "Public libraries in England",
    "Arts Council England and the Department for Culture, Media and Sport",
    OPEN_GOVERNMENT,
    OPEN_GOVERNMENT_URL,
    "https://www.artscouncil.org.uk",
)
MUSEUMS = Publication(
    "Mapping Museums",
    "Mapping Museums project, Birkbeck, University of London",
    CC_BY,
    CC_BY_URL,
    "https://museweb.dcs.bbk.ac.uk",
)
LOCAL_AUTHORITIES = Publication(
    "Local authorities of the United Kingdom",
    "Government Digital Service",
    OPEN_GOVERNMENT,
    OPEN_GOVERNMENT_URL,
    "https://github.com/alphagov/local-links-manager",
)
CHARITIES = Publication(
    "UK charity classification: large and sampled charities",
    "UK Charity Activity Tags, from the registers of the charity regulators",
    CC_BY,
    CC_BY_URL,
    "https://charityclassification.org.uk",
)
