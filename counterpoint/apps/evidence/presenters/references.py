"""Studies as reference managers read them."""

from collections.abc import Iterable
from typing import Any

from counterpoint.apps.evidence.models import Study


def authors(study: Study) -> list[str]:
    names = [name.strip() for name in study.authors.split(",")]
    return [name for name in names if name and name != "et al."]


def ris(studies: Iterable[Study]) -> str:
    lines = []
    for study in studies:
        is_book = bool(study.isbn)
        lines.append(f"TY  - {'RPRT' if is_book else 'JOUR'}")
        lines += [f"AU  - {name}" for name in authors(study)]
        lines += [f"TI  - {study.title}", f"PY  - {study.year}", f"ID  - {study.key}"]
        if study.doi:
            lines.append(f"DO  - {study.doi}")
        if study.isbn:
            lines.append(f"SN  - {study.isbn}")
        lines += ["ER  - ", ""]
    return "\r\n".join(lines)


def csl(studies: Iterable[Study]) -> list[dict[str, Any]]:
    return [
        {
            "id": study.key,
            "type": "report" if study.isbn else "article-journal",
            "title": study.title,
            "author": [{"literal": name} for name in authors(study)],
            "issued": {"date-parts": [[study.year]]},
            **({"DOI": study.doi} if study.doi else {}),
            **({"ISBN": study.isbn} if study.isbn else {}),
        }
        for study in studies
    ]
