"""A little country to read places in. Codes are short so that a failing test can be read.

uk > england > north-west  > bury, stockport > hale (Trafford's is not here)
             > south-east  > kent > thanet > margate, deal-town
                           > reading
             > south-west  > bath, wiltshire
             > east        > march, fenland
"""

from datetime import date

from counterpoint.domain.places.containment import Containment
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.mentions import PostcodeArea
from counterpoint.domain.places.place import How, Kind, Link, OtherName, Place, Use
from counterpoint.domain.places.points import Point


def place(code, kind, name, parent=None, at=None, names=(), since=None, until=None):
    return Place(
        code=code,
        name=name,
        kind=Kind(kind),
        parent=parent,
        point=Point(*at) if at else None,
        valid_from=since,
        valid_to=until,
        other_names=tuple(
            OtherName(*other) if isinstance(other, tuple) else OtherName(other)
            for other in names
        ),
    )


PLACES = (
    place("K02000001", "country", "United Kingdom", names=["UK"]),
    place("england", "nation", "England", "K02000001"),
    place("wales", "nation", "Wales", "K02000001", names=[("Cymru", "cy")]),
    place("north-west", "region", "North West", "england"),
    place("north-east", "region", "North East", "england"),
    place("south-east", "region", "South East", "england", (51.3, -0.5)),
    place("south-west", "region", "South West", "england"),
    place("london", "region", "London", "england", (51.5, -0.1)),
    place("east-midlands", "region", "East Midlands", "england", names=["Midlands"]),
    place("west-midlands", "region", "West Midlands", "england", names=["Midlands"]),
    place("kent", "county", "Kent", "south-east", (51.2, 0.7)),
    place("cambs", "county", "Cambridgeshire", "england"),
    place("north-yorks", "district", "North Yorkshire", "england"),
    place("thanet", "district", "Thanet", "kent", (51.354, 1.3385)),
    place("dover", "district", "Dover", "kent", (51.2, 1.3)),
    place("medway", "district", "Medway", "south-east", (51.42, 0.57)),
    place("E06000038", "district", "Reading", "south-east", (51.45, -0.98)),
    place("bury", "district", "Bury", "north-west"),
    place("E07000195", "district", "Newcastle-under-Lyme", "england", names=["Newcastle"]),
    place("E08000021", "district", "Newcastle upon Tyne", "north-east", names=["Newcastle"]),
    place("richmond", "district", "Richmond upon Thames", "london", names=["Richmond"]),
    place("hull", "district", "Kingston upon Hull", "england", names=["Hull"]),
    place("helens", "district", "St. Helens", "north-west"),
    place("bcp", "district", "Bournemouth, Christchurch and Poole", "south-west"),
    place("cardiff", "district", "Cardiff", "wales", names=[("Caerdydd", "cy")]),
    place("denbigh", "district", "Denbighshire", "wales", names=[("Sir Ddinbych", "cy")]),
    place(
        "fh",
        "district",
        "Folkestone and Hythe",
        "kent",
        names=[("Shepway", "en", Use.FORMER), ("E07999999", "en", Use.CODE)],
    ),
    place("gm", "authority", "Greater Manchester Combined Authority", "north-west"),
    place(
        "km",
        "board",
        "NHS Kent and Medway Integrated Care Board",
        "south-east",
        since=date(2022, 7, 1),
    ),
    place("thanet-ccg", "ccg", "NHS Thanet CCG", "england", until=date(2020, 3, 31)),
    place("old-carlisle", "district", "Carlisle", "north-west", until=date(2023, 3, 31)),
    place("carlisle", "town", "Carlisle", "cumberland", (54.9, -2.9)),
    place("cumberland", "district", "Cumberland", "north-west"),
    place("old-craven", "district", "Craven", "england", until=date(2023, 3, 31)),
    place("margate", "town", "Margate", "thanet", (51.38, 1.38)),
    place("other-dover", "town", "Dover", "england"),
    place("deal", "town", "Deal", "dover", (51.22, 1.4)),
    place("bath", "town", "Bath", "south-west", (51.38, -2.36)),
    place("march", "town", "March", "cambs"),
    place("sale", "town", "Sale", "north-west"),
    place("hope", "town", "Hope", "england"),
    place("ely", "town", "Ely", "cambs"),
    place("wells", "town", "Wells", "south-west"),
    place("richmond-town", "town", "Richmond", "north-yorks"),
    place("kings-lynn", "town", "King's Lynn", "england"),
    place("stoke", "district", "Stoke-on-Trent", "west-midlands"),
)
LINKS = (
    Link("thanet", "km", How.OVERLAPS, 1.0),
    Link("dover", "km", How.OVERLAPS, 1.0),
    Link("medway", "km", How.OVERLAPS, 1.0),
    Link("thanet-ccg", "km", How.SUCCEEDED_BY, on=date(2020, 4, 1)),
    Link("old-carlisle", "cumberland", How.SUCCEEDED_BY, on=date(2023, 4, 1)),
    Link("old-craven", "north-yorks", How.SUCCEEDED_BY, on=date(2023, 4, 1)),
)
AREAS = {
    area.code: area
    for area in (
        PostcodeArea("CT9", Point(51.383, 1.3906), "thanet", "Margate"),
        PostcodeArea("M1", Point(53.48, -2.24), "bury", "Manchester"),
        PostcodeArea("B12", Point(52.46, -1.88), "stoke", "Birmingham"),
    )
}


def gazetteer() -> Gazetteer:
    return Gazetteer(PLACES, Containment(PLACES, LINKS), AREAS)
