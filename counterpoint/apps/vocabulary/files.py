"""The vocabulary files as bytes: enough to tell whether they have changed."""

import hashlib
from pathlib import Path

from counterpoint.domain.refusals import NotFound


class NoVocabularyFiles(NotFound):
    """The folder is not there or holds no vocabulary."""


def texts(folder: Path) -> dict[str, bytes]:
    found = {
        path.name: path.read_bytes()
        for path in sorted(folder.glob("*.yaml"))
        if path.is_file()
    }
    if not found:
        raise NoVocabularyFiles(
            f"There are no vocabulary files in {folder}.",
            "Set COUNTERPOINT_VOCABULARIES to the folder that holds them.",
        )
    return found


def sha256(found: dict[str, bytes]) -> str:
    """One hash over names and contents; any change to any file gives another."""
    whole = hashlib.sha256()
    for name, content in sorted(found.items()):
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()
