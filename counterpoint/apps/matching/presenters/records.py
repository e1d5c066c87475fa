"""What a record is called, who it is of and where it is: for cards, files and maps."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.formats import date_format, number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.presenters.calls import moment
from counterpoint.apps.directory.models import Award, Need, Offer, Organisation

SUMMARY_CHARACTERS = 240


@dataclass(frozen=True)
class Shown:
    identifier: str
    title: str
    organisation: str
    url: str
    place: str
    summary: str = ""
    facts: tuple[str, ...] = ()
    is_example: bool = False


def shown(record: Model) -> Shown:
    if isinstance(record, Offer):
        return _of_offer(record)
    if isinstance(record, Need):
        return _of_need(record)
    if isinstance(record, Call):
        return _of_call(record)
    if isinstance(record, Organisation):
        return _of_organisation(record)
    assert isinstance(record, Award)
    return _of_award(record)


def _of_offer(offer: Offer) -> Shown:
    place = _place(offer)
    owner = offer.organisation.name if offer.organisation else ""
    price = ""
    if offer.price_amount is not None:
        price = (
            f"£{number_format(offer.price_amount)} {offer.get_price_unit_display()}".strip()
        )
    return Shown(
        offer.identifier,
        offer.title,
        owner,
        offer.get_absolute_url(),
        place,
        _short(offer.description),
        _facts(owner, place, price),
        offer.is_example,
    )


def _of_need(need: Need) -> Shown:
    place = _place(need)
    owner = need.organisation.name if need.organisation else ""
    wanted = ""
    if need.wanted_by:
        wanted = _("wanted by %(day)s") % {"day": date_format(need.wanted_by, "j F Y")}
    return Shown(
        need.identifier,
        need.title,
        owner,
        need.get_absolute_url(),
        place,
        _short(need.statement),
        _facts(owner, place, wanted),
        need.is_example,
    )


def _of_call(call: Call) -> Shown:
    place = call.place.name if call.place else ""
    pot = number_format(call.pot or 0, 0, force_grouping=True)
    money = _("up to £%(sum)s") % {"sum": pot}
    deadline = _("deadline %(day)s") % {"day": moment(call.closes_at)}
    return Shown(
        call.reference,
        call.title,
        call.organisation.name,
        call.get_absolute_url(),
        place,
        _short(call.purpose),
        _facts(
            call.organisation.name,
            place,
            money if call.pot else "",
            deadline if call.closes_at else "",
        ),
        call.is_example,
    )


def _of_organisation(organisation: Organisation) -> Shown:
    identifiers = list(organisation.identifiers.all())
    roles = ", ".join(str(role) for role in organisation.roles.all())
    place = organisation.place.name if organisation.place else ""
    return Shown(
        str(identifiers[0]) if identifiers else organisation.slug,
        organisation.name,
        organisation.name,
        organisation.get_absolute_url(),
        place,
        _short(organisation.description),
        _facts(roles, place),
        organisation.is_example,
    )


def _of_award(award: Award) -> Shown:
    place = award.place.name if award.place else award.place_words
    recipient = award.recipient.name if award.recipient else ""
    funder = _("from %(funder)s") % {"funder": award.funder.name}
    amount = f"£{number_format(award.amount, 0, force_grouping=True)}"
    day = date_format(award.awarded_on, "F Y") if award.awarded_on else award.awarded_note
    return Shown(
        award.identifier,
        award.title,
        recipient,
        award.get_absolute_url(),
        place,
        _short(award.description),
        _facts(recipient, funder, amount, day),
    )


def _place(record: Offer | Need) -> str:
    return record.place.name if record.place else record.place_words


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(SUMMARY_CHARACTERS)


def _facts(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
