"""Where an index lives: generations side by side, and a pointer to the one that answers.

search/
  CURRENT              the name of a generation, replaced atomically
  rebuild.lock         held while a new generation is made
  g-000007/            manifest.json, write.lock, the store, the vectors
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from counterpoint.domain.matching.engine import AnotherWriter

POINTER = "CURRENT"


def replace_file(path: Path, content: str) -> None:
    """The file has the old content or the new one, whenever the process is killed."""
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    with made.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    made.replace(path)


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Held by one process at a time; a killed process lets go of it by itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AnotherWriter(f"Another process is writing: {path} is locked.") from None
        yield


def is_held(path: Path) -> bool:
    try:
        with only_one(path):
            return False
    except AnotherWriter:
        return True


class IndexFolder:
    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def pointer(self) -> Path:
        return self.root / POINTER

    def current(self) -> Path | None:
        try:
            name = self.pointer.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            return None
        # A damaged pointer must not lead out of the folder.
        return self.root / name if name and Path(name).name == name else self.root / "missing"

    def new_generation(self) -> Path:
        numbers = [int(path.name[2:]) for path in self._generations()]
        made = self.root / f"g-{max(numbers, default=0) + 1:06d}"
        made.mkdir(parents=True)
        return made

    def switch(self, generation: Path) -> None:
        """From now on this generation answers; the ones before it are thrown away.

        Readers that still have an old generation open keep reading it: its files vanish only when
        the last of them has moved on.
        """
        replace_file(self.pointer, generation.name)
        for other in self._generations():
            if other.name < generation.name:
                shutil.rmtree(other, ignore_errors=True)

    def rebuilding(self) -> AbstractContextManager[None]:
        return only_one(self.root / "rebuild.lock")

    def _generations(self) -> list[Path]:
        if not self.root.is_dir():
            return []
        return [path for path in self.root.glob("g-*") if path.name[2:].isdigit()]
