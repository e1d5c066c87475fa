"""The records of the directory, a file a subject."""

from counterpoint.apps.directory.models.awards import Award
from counterpoint.apps.directory.models.corrections import Correction
from counterpoint.apps.directory.models.membership import Claim, Invitation, Membership
from counterpoint.apps.directory.models.merging import Merge
from counterpoint.apps.directory.models.needs import Need, NeedConcept
from counterpoint.apps.directory.models.offers import Media, Offer, OfferConcept, Venue
from counterpoint.apps.directory.models.organisations import (
    Identifier,
    Organisation,
    OrganisationConcept,
    OrganisationName,
    OrganisationRole,
    Succession,
)
from counterpoint.apps.directory.models.provenance import DataSource, Provenance, SourceFile

__all__ = [
    "Award",
    "Claim",
    "Correction",
    "DataSource",
    "Identifier",
    "Invitation",
    "Media",
    "Membership",
    "Merge",
    "Need",
    "NeedConcept",
    "Offer",
    "OfferConcept",
    "Organisation",
    "OrganisationConcept",
    "OrganisationName",
    "OrganisationRole",
    "Provenance",
    "SourceFile",
    "Succession",
    "Venue",
]
