"""The network of those who took part in programmes: their partnerships, and awards among them.

Only organisations: whoever works alone is a person, and is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from counterpoint.apps.directory.models import Award
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.programmes.models import Partner, Programme
from counterpoint.domain.programmes.when import read_when
from counterpoint.domain.relationships.ties import Tie


@dataclass
class Network:
    names: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    # Pilots and localities, each with those who took part, without the programme's own lead.
    parts: dict[str, set[str]] = field(default_factory=dict)
    part_addresses: dict[str, str] = field(default_factory=dict)


def network(today: date) -> Network:
    found = Network()
    published = Programme.objects.filter(stage=Stage.PUBLISHED)
    programmes = {
        one.pk: one for one in published.select_related("lead").order_by("name", "pk")
    }
    partners: dict[int, list[Partner]] = {pk: [] for pk in programmes}
    rows = Partner.objects.filter(programme__in=programmes).select_related("organisation")
    for row in rows.exclude(organisation__is_one_person=True):
        partners[row.programme_id].append(row)
    for pk, programme in programmes.items():
        found.ties.extend(_ties_of(programme, partners[pk], programmes, found, today))
    _add_awards(found)
    return found


def _ties_of(
    programme: Programme,
    partners: list[Partner],
    programmes: dict[int, Programme],
    into: Network,
    today: date,
) -> Iterator[Tie]:
    """Everybody met whoever led; the lead of a part met the lead of the whole."""
    parent = programmes.get(programme.parent_id or 0)
    known_by = _known_by(programme, parent, today)
    keys = {partner.pk: _known(partner, into) for partner in partners}
    leads = {keys[one.pk] for one in partners if one.role == "lead"}
    for partner in partners:
        since = _day(partner.since) or known_by
        for lead in sorted(leads - {keys[partner.pk]}):
            yield Tie(lead, keys[partner.pk], "programme", since)
    if parent is None:
        return
    whole = f"o{parent.lead_id}"
    into.parts[programme.name] = {key for key in keys.values() if key != whole}
    into.part_addresses[programme.name] = programme.get_absolute_url()
    into.names.setdefault(whole, parent.lead.name)
    into.addresses.setdefault(whole, parent.lead.get_absolute_url())
    for lead in sorted(leads - {whole}):
        yield Tie(whole, lead, "programme", _day(programme.starts) or known_by)


def _known(partner: Partner, into: Network) -> str:
    organisation = partner.organisation
    key = f"o{organisation.pk}" if organisation else f"n{partner.name.casefold()}"
    into.names[key] = partner.name
    if organisation:
        into.addresses[key] = organisation.get_absolute_url()
    return key


def _add_awards(into: Network) -> None:
    ids = [int(key[1:]) for key in into.names if key.startswith("o")]
    rows = Award.objects.filter(funder__in=ids, recipient__in=ids).order_by("pk")
    for funder, recipient, on in rows.values_list("funder", "recipient", "awarded_on"):
        into.ties.append(Tie(f"o{funder}", f"o{recipient}", "award", on))


def _known_by(programme: Programme, parent: Programme | None, today: date) -> date | None:
    """By its end whoever took part had done so; in one that still runs, by today."""
    whole = parent or programme
    ended = _day(programme.ends) or _day(whole.ends)
    if ended:
        return min(ended, today)
    return today if programme.starts or whole.starts else None


def _day(text: str) -> date | None:
    """The last day that it may have been: nothing is shown as begun before it had."""
    return read_when(text).last_day if text else None


def years(ties: Iterable[Tie]) -> tuple[int, int] | None:
    """Two years worth comparing: by the earlier a quarter of the ties had begun, by the later all."""
    dated = sorted(tie.since.year for tie in ties if tie.since)
    if not dated:
        return None
    early, latest = dated[len(dated) // 4], dated[-1]
    return (early if early < latest else dated[0], latest)
