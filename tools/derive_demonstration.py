"""Derives the demonstration's compact tables from the publishers' own files.

    python -m tools.derive_demonstration FOLDER

FOLDER holds `organisations/` and `geography/` as published. Only data whose licence allows
republication is used (Open Government Licence, CC BY); awards to private persons are left out
altogether, and so is any name that does not plainly belong to an organisation.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from counterpoint.domain.interchange.people.organisation_words import ORGANISATION_WORDS
from counterpoint.domain.interchange.people.recognising import reads_as_a_person
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.recognition import Recognised, Recognition
from counterpoint.domain.interchange.records import AwardRecord
from counterpoint.domain.interchange.rows import Row
from counterpoint.integrations.files.opening import parts

INTO = Path(__file__).resolve().parents[1] / "counterpoint" / "sources" / "demonstration"
AWARD_COLUMNS = [
    *("id", "title", "recipient", "amount", "currency"),
    *("funder", "awarded_on", "programme", "recipient place", "art_form"),
]
# Large files are sampled evenly, so that the demonstration stays small and still spans the country.
MUSEUMS_KEPT = 900
CHARITIES_KEPT = 500
SPEAKS_OF_THE_ARTS = re.compile(
    r"\b(the arts|theatre|music|dance|choir|choral|singing|museum|gallery|orchestra|opera|drama|arts centre)\b",
    re.IGNORECASE,
)


def main(folder: Path) -> None:
    organisations = folder / "organisations"
    _write(
        "ace_national_portfolio.csv",
        AWARD_COLUMNS,
        _awards(organisations, "NPO_2018*.xlsx", "NPO"),
    )
    _write(
        "ace_project_grants.csv",
        AWARD_COLUMNS,
        _awards(organisations, "Project_Grants_Awards_201819*.xlsx", "NLPG"),
    )
    _write(
        "councils.csv",
        ["id", "name", "role", "website", "area_code"],
        _councils(organisations),
    )
    _write("boards.csv", ["id", "name", "role", "area_code"], _boards(folder / "geography"))
    museum_columns = ["id", "name", "role", "place", "postcode", "description"]
    _write("museums.csv", museum_columns, _museums(organisations))
    charity_columns = ["org_id", "name", "role", "postcode", "website", "description"]
    _write(
        "charities.csv", charity_columns, _charities(organisations / "ukcat" / "top2000.csv")
    )


def _awards(folder: Path, pattern: str, prefix: str) -> Iterator[dict[str, Any]]:
    number = 0
    for record in _records(next(folder.glob(pattern))):
        if not isinstance(record, AwardRecord) or not _is_plainly_an_organisation(record):
            continue
        number += 1
        yield {
            "id": f"{prefix}-{number:05}",
            "title": record.title,
            "recipient": record.recipient.name,
            "amount": record.amount,
            "currency": record.currency,
            "funder": record.funder.name,
            "awarded_on": record.awarded_on or record.starts_on or "",
            "programme": record.programme,
            "recipient place": record.recipient.address.area,
            "art_form": "; ".join(record.art_forms),
        }


def _is_plainly_an_organisation(record: AwardRecord) -> bool:
    if record.recipient is None or reads_as_a_person(record.recipient.name):
        return False
    if record.programme.startswith("National Portfolio"):
        return True
    words = set(re.findall(r"[a-z]+", record.recipient.name.casefold()))
    return bool(words & ORGANISATION_WORDS)


def _records(path: Path) -> Iterator[object]:
    recognition = Recognition({"type": "object", "properties": {}})
    for part in parts(path):
        found = recognition.of_sheet(list(islice(part.rows(), 40)), Surroundings(part.name))
        if not isinstance(found, Recognised):
            continue
        for number, cells in part.rows():
            if number > found.headings.last_row:
                row = Row(number, dict(zip(found.headings.keys, cells, strict=False)))
                record, _findings = found.reader.read(row)
                if record is not None:
                    yield record


def _councils(folder: Path) -> Iterator[dict[str, str]]:
    for row in _rows(folder / "local-authorities_govuk.csv"):
        yield {
            "id": row["gss"],
            "name": row["name"],
            "role": "commissioner",
            "website": row["homepage_url"],
            "area_code": row["gss"],
        }


def _boards(folder: Path) -> Iterator[dict[str, str]]:
    for row in _rows(folder / "icb24.csv"):
        code, name = row["icb24cd"], row["icb24nm"]
        yield {"id": code, "name": name, "role": "commissioner", "area_code": code}
    seen = set()
    for row in _rows(folder / "wales_lad21_lhb22.csv"):
        code = row["lhb22_code"]
        if code not in seen:
            seen.add(code)
            yield {
                "id": code,
                "name": row["lhb22_name"],
                "role": "commissioner",
                "area_code": code,
            }


def _museums(folder: Path) -> Iterator[dict[str, str]]:
    open_ones = [
        row
        for row in _rows(folder / "mapping_museums_2020-02-23.tsv", delimiter="\t")
        if row["closing_date"] == "Still open" and row["accreditation"] == "Accredited"
    ]
    for row in _evenly(open_ones, MUSEUMS_KEPT):
        subject = row["subject_matter"].replace(":", ": ").replace("_", " ")
        yield {
            "id": row["muse_id"],
            "name": row["musname"],
            "role": "museum",
            "place": row["town"],
            "postcode": row["postcode"].strip(),
            "description": f"Museum. Subject: {subject}. Governance: {row['governance'].replace(':', ': ')}.",
        }


def _charities(path: Path) -> Iterator[dict[str, str]]:
    fitting = [
        row
        for row in _rows(path)
        if row["active"] == "True"
        and 60 < len(row["activities"]) < 900
        and SPEAKS_OF_THE_ARTS.search(row["activities"])
        and not reads_as_a_person(row["name"].title())
    ]
    for row in _evenly(fitting, CHARITIES_KEPT):
        yield {
            "org_id": row["org_id"],
            "name": row["name"].title() if row["name"].isupper() else row["name"],
            "role": "voluntary",
            "postcode": row["postcode"].strip(),
            "website": row["web"],
            "description": " ".join(row["activities"].split()),
        }


def _evenly(rows: list[dict[str, str]], count: int) -> list[dict[str, str]]:
    if len(rows) <= count:
        return rows
    return [rows[index * len(rows) // count] for index in range(count)]


def _rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def _write(name: str, columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> None:
    INTO.mkdir(parents=True, exist_ok=True)
    count = 0
    with (INTO / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            count += 1
    print(f"{count:6}  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
