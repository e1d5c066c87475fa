"""What a generation says about itself, written last: without it the generation does not exist."""

import json
import zlib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from counterpoint.integrations.engines.folder import replace_file

# Raised whenever the schema, the analyser or the files change: an index of another layout is stale.
LAYOUT = 1
NAME = "manifest.json"
_CHUNK = 1 << 20
GROWING = ".i8"  # only ever added to
_REWRITTEN = (".json", ".npy")  # replaced under the same name, so a size tells nothing


class ManifestDamaged(Exception):
    """The manifest or a file that it names is not there or not what it was."""


@dataclass(frozen=True)
class Manifest:
    store: str
    vocabulary: str
    position: str = ""
    count: int = 0
    rows: int = 0
    spaces: tuple[str, ...] = ()  # besides the one that is learned
    learned_from: int = 0  # how many records the latent space has seen
    commit: int = 0
    layout: int = LAYOUT
    files: dict[str, tuple[int, int]] = field(default_factory=dict)  # size and CRC-32

    @classmethod
    def read(cls, generation: Path) -> "Manifest":
        try:
            content = json.loads((generation / NAME).read_text(encoding="utf-8"))
            content["files"] = {name: tuple(value) for name, value in content["files"].items()}
            content["spaces"] = tuple(content["spaces"])
            return cls(**content)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise ManifestDamaged(f"{generation / NAME}: {error}") from error

    def write(self, generation: Path) -> None:
        files = {
            str(path.relative_to(generation)): self._sealed(path, generation)
            for path in _files_of(generation)
        }
        replace_file(generation / NAME, json.dumps(asdict(replace(self, files=files))))

    def is_as_sealed(self, name: str, generation: Path) -> bool:
        path = generation / name
        if not path.exists():
            return False
        size = path.stat().st_size
        return self.files.get(name) == (size, checksum(path, 0, size))

    def _sealed(self, path: Path, generation: Path) -> tuple[int, int]:
        """Size and checksum, without reading again what is known and cannot have changed."""
        size = path.stat().st_size
        known = self.files.get(str(path.relative_to(generation)))
        if known is None or path.suffix in _REWRITTEN:
            return size, checksum(path, 0, size)
        if path.suffix == GROWING and size > known[0]:
            return size, checksum(path, known[0], size, known[1])
        return known if known[0] == size else (size, checksum(path, 0, size))

    def check(self, generation: Path, *, is_thorough: bool, besides: str = "/") -> None:
        """Sizes always; contents when asked, which reads the whole index."""
        for name, (size, crc) in self.files.items():
            path = generation / name
            if name.startswith(besides):
                continue
            if not path.exists() or path.stat().st_size < size:
                raise ManifestDamaged(f"{path} is missing or cut short.")
            if is_thorough and checksum(path, 0, size) != crc:
                raise ManifestDamaged(f"{path} has changed since it was written.")


def checksum(path: Path, start: int, end: int, crc: int = 0) -> int:
    with path.open("rb") as file:
        file.seek(start)
        left = end - start
        while left and (chunk := file.read(min(_CHUNK, left))):
            crc, left = zlib.crc32(chunk, crc), left - len(chunk)
    return crc


def _files_of(generation: Path) -> list[Path]:
    return sorted(
        path
        for path in generation.rglob("*")
        if path.is_file()
        and path.name != NAME
        and not path.name.startswith(".")
        and path.suffix not in (".lock", ".new")
    )
