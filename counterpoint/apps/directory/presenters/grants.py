"""Awards on their way out as 360Giving grants."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from counterpoint.apps.directory.models import Award, Organisation
from counterpoint.domain.interchange.records import (
    Address,
    AwardRecord,
    Identifier,
    OrganisationRecord,
)
from counterpoint.domain.interchange.threesixty.writing import grant_of

# Until this service is registered with 360Giving and has a prefix of its own there.
PUBLISHER = "counterpoint"


@dataclass
class GrantsFile:
    """The file in pieces, and afterwards how many awards could not be in it."""

    awards: Iterable[Award]
    left_out: int = 0

    def __iter__(self) -> Iterator[str]:
        yield '{"grants": ['
        before = "\n"
        for award in self.awards:
            grant = grant_of(_award(award), PUBLISHER)
            if grant is None:
                self.left_out += 1
                continue
            yield before + json.dumps(grant, ensure_ascii=False)
            before = ",\n"
        yield "\n]}\n"


def _award(award: Award) -> AwardRecord:
    recipient = award.recipient if not award.is_to_individual else None
    place = award.place_words or (award.place.name if award.place else "")
    return AwardRecord(
        title=award.title,
        amount=award.amount,
        currency=award.currency,
        funder=_organisation(award.funder),
        recipient=_organisation(recipient) if recipient else None,
        external_id=award.identity if award.identity.startswith("360G-") else award.identifier,
        description=award.description,
        awarded_on=award.awarded_on,
        starts_on=award.starts_on,
        ends_on=award.ends_on,
        programme=award.programme,
        places=(place,) if place else (),
        page=f"{settings.ADDRESS}{award.get_absolute_url()}",
    )


def _organisation(one: Organisation) -> OrganisationRecord:
    postcode = "" if one.is_one_person else one.postcode
    return OrganisationRecord(
        name=one.name,
        external_id=one.slug,
        identifiers=tuple(Identifier(no.scheme, no.value) for no in one.identifiers.all()),
        website=one.website,
        address=Address(postcode=postcode),
    )
