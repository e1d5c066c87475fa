"""A few places, loaded as the real tables are: three squares of districts in a county.

E92000001 England > E12000008 South East > E10000016 Kent > three districts, each a square:
E07000114 Thanet (with the town of Margate) | E07000108 Dover | E07000112 Folkestone and Hythe
"""

import csv
import gzip
import json
from datetime import UTC, datetime

from counterpoint.apps.places import actions
from counterpoint.apps.places.files import NAMES, PlaceFiles

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

SOURCES = """
sources:
  own: {publisher: Counterpoint editors, title: A few places, licence: Apache-2.0}
"""
TABLES = {
    "places.csv": [
        "code,kind,name,parent,latitude,longitude,valid_from,valid_to,source",
        "K02000001,country,United Kingdom,,,,,,own",
        "E92000001,nation,England,K02000001,,,,,own",
        "E12000008,region,South East,E92000001,,,,,own",
        "E10000016,county,Kent,E12000008,,,,,own",
        "E07000114,district,Thanet,E10000016,51.354,1.3385,,,own",
        "E07000108,district,Dover,E10000016,51.2,1.3,,,own",
        "E07000112,district,Folkestone and Hythe,E10000016,51.06,1.0,,,own",
        "E07000999,district,Old Kent,E10000016,,,,2019-03-31,own",
        "E54000032,board,NHS Kent and Medway Integrated Care Board,E12000008,,,2022-07-01,,own",
        "E54000999,board,NHS Old Integrated Care Board,E12000008,,,2022-07-01,2026-03-31,own",
        "GB-NHS-10E,ccg,NHS Thanet CCG,E92000001,,,2013-04-01,2020-03-31,own",
    ],
    "towns.csv": [
        "name,district,latitude,longitude,source",
        "Margate,E07000114,51.38,1.38,own",
        "Ramsgate,E07000114,51.33,1.41,own",
        "Richmond,E07000114,51.33,1.40,own",
        "Richmond,E07000108,51.2,1.3,own",
    ],
    "names.csv": [
        "code,name,language,use,source",
        "E07000112,Shepway,en,former,own",
        "E07000112,E07000888,en,code,own",
        "K02000001,Y Deyrnas Unedig,cy,usual,own",
        "K02000001,UK,en,usual,own",
    ],
    "links.csv": [
        "code,how,other,share,on,source",
        "E07000114,overlaps,E54000032,1,,own",
        "E07000108,overlaps,E54000032,0.75,,own",
        "E07000108,overlaps,E54000999,0.25,,own",
        "E54000999,succeeded_by,E54000032,,2026-04-01,own",
        "GB-NHS-10E,succeeded_by,E54000032,,2022-07-01,own",
        "E07000999,succeeded_by,E07000108,,2019-04-01,own",
    ],
    "postcode_districts.csv": [
        "code,latitude,longitude,district,town",
        "CT9,51.383,1.3906,E07000114,Margate",
        "CT16,51.13,1.3,E07000108,Dover",
        "CT20,51.08,1.16,E07000112,Folkestone",
    ],
}


def write_tables(folder, **changed):
    """The tables in a folder; `places=[...]` takes the place of a whole table's lines."""
    for name, lines in TABLES.items():
        given = changed.get(name.removesuffix(".csv"), lines)
        (folder / name).write_text("\n".join(given) + "\n", encoding="utf-8")
    (folder / "SOURCES.yaml").write_text(SOURCES, encoding="utf-8")
    with gzip.open(folder / "outlines.topojson.gz", "wt", encoding="utf-8") as file:
        json.dump(_three_squares(), file)
    assert {path.name for path in folder.iterdir()} == set(NAMES)
    return PlaceFiles(folder)


def load(folder, **changed):
    return actions.load_places(by=None, at=AT, files=write_tables(folder, **changed))


def write_directory(path, rows, header="pcd,pcds,dointr,doterm,oslaua,lat,long"):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(rows)
    return path


def _three_squares():
    """Side by side from 1 to 4 degrees east; neighbours share arc 1 and arc 3."""
    return {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [1, 50]},
        "arcs": [
            [[1, 0], [-1, 0], [0, 1], [1, 0]],
            [[1, 0], [0, 1]],
            [[1, 1], [1, 0]],
            [[2, 0], [0, 1]],
            [[1, 0], [1, 0]],
            [[2, 1], [1, 0], [0, -1], [-1, 0]],
        ],
        "objects": {
            "districts": {
                "type": "GeometryCollection",
                "geometries": [
                    {"id": "E07000112", "type": "Polygon", "arcs": [[0, ~1]]},
                    {"id": "E07000108", "type": "Polygon", "arcs": [[1, 2, ~3, ~4]]},
                    {"id": "E07000114", "type": "Polygon", "arcs": [[3, 5]]},
                ],
            }
        },
    }
