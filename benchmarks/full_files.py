"""Every file of a folder imported twice: `python -m benchmarks.full_files FOLDER`.

FOLDER holds `organisations/` and `grants/` with the published files named in `KNOWN`, as their
publishers put them out. Each is imported into a fresh database, then all of them once more; both
times must add up to the same sums, and to those that are known of each file.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

SUFFIXES = frozenset({".csv", ".tsv", ".json", ".xlsx", ".xls", ".ods"})
# Sums in pounds, to the pound, as the files themselves say or as their rows make: the National
# Portfolio of Arts Council England for 2018 to 2022; the grants of Lloyds Bank Foundation and of
# the Wolfson Foundation in their 360Giving files of 2015.
KNOWN = {
    "NPO_2018_12082020_0.xlsx": 1_622_487_715,
    "CRF_investment_data_published_020421.xlsx": 750_725_013,
    "a002400000OiDBQAA3.json": 115_795_636,
    "a002400000KeYdsAAF.json": 31_178_456,
}
SHOWN = (
    "rows",
    "added",
    "changed",
    "unchanged",
    "duplicate",
    "left_out",
    "refused",
    "doubtful",
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument(
        "--home", type=Path, help="Keep the database here instead of throwing it away."
    )
    wanted = asked.parse_args()
    files = published_files(wanted.folder)
    if not files:
        raise SystemExit(
            f"No files under {wanted.folder}/organisations and {wanted.folder}/grants."
        )
    with tempfile.TemporaryDirectory(prefix="counterpoint-full-") as scratch:
        home = wanted.home or Path(scratch)
        first, again = imported(files, home), imported(files, home)
    raise SystemExit(0 if told(first, again) else 1)


def published_files(folder: Path) -> list[Path]:
    return sorted(
        path
        for part in ("organisations", "grants")
        for path in (folder / part).rglob("*")
        if path.suffix.lower() in SUFFIXES
    )


def imported(files: list[Path], home: Path) -> dict[str, dict[str, Any]]:
    answer = subprocess.run(
        [
            sys.executable,
            "-m",
            "counterpoint",
            "import",
            "--json",
            "--no-index",
            *map(str, files),
        ],
        env={**os.environ, "COUNTERPOINT_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return {one["file"]: one for one in json.loads(answer.stdout)["files"]}


def told(first: dict[str, dict[str, Any]], again: dict[str, dict[str, Any]]) -> bool:
    is_right = True
    for name, one in first.items():
        other = again[name]
        say(f"{name}: {one.get('source', '')}{one.get('trouble', '')}")
        for label, report in (("first", one), ("again", other)):
            counts = ", ".join(
                f"{report.get(key, 0):,} {key}" for key in SHOWN if report.get(key)
            )
            sums = ", ".join(
                f"{c} {Decimal(a):,.2f}" for c, a in report.get("totals", {}).items()
            )
            say(f"   {label}: {counts or 'nothing to import'}  {sums}")
        for complaint in complaints(name, one, other):
            say(f"   WRONG: {complaint}")
            is_right = False
    say(
        "Equal both times, and as known."
        if is_right
        else "Something differs: see WRONG above."
    )
    return is_right


def complaints(name: str, one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    found = []
    if one["stage"] != "finished" or other["stage"] != "finished":
        found.append(f"it could not be read: {one['trouble'] or other['trouble']}")
    if one.get("totals") != other.get("totals"):
        found.append("the sums differ between the two times")
    if other.get("added"):
        found.append(f"the second time added {other['added']} records")
    sum_ = Decimal(one.get("totals", {}).get("GBP", "0"))
    if name in KNOWN and round(sum_) != KNOWN[name]:
        found.append(f"the sum should be GBP {KNOWN[name]:,}")
    return found


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
