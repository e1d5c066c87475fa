"""What an operator may set, in one list: read from the environment, then from one file.

`counterpoint settings` prints this list, so nothing here can go undocumented.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


class SettingRefused(ValueError):
    """A value that cannot be read as what the setting needs."""


def yes_or_no(text: str) -> bool:
    answers = {"1": True, "yes": True, "true": True, "on": True}
    answers |= {"0": False, "no": False, "false": False, "off": False, "": False}
    try:
        return answers[text.strip().lower()]
    except KeyError:
        raise SettingRefused(f"say yes or no, not {text!r}") from None


def several(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise SettingRefused(f"a whole number is needed, not {text!r}") from None


def folder(text: str) -> Path:
    return Path(text).expanduser().resolve()


@dataclass(frozen=True)
class Setting:
    name: str
    default: str
    about: str
    read: Callable[[str], object] = str
    is_secret: bool = False


def _default_home() -> str:
    # A checkout keeps its data beside itself; an installed package must not write into site-packages.
    if (PROJECT / "pyproject.toml").exists():
        return str(PROJECT / "var")
    return "~/.local/share/counterpoint"


def _default_vocabularies() -> str:
    beside = PROJECT / "vocabularies"
    return str(beside) if beside.exists() else str(PROJECT / "counterpoint" / "vocabularies")


SETTINGS = (
    Setting(
        "COUNTERPOINT_HOME",
        _default_home(),
        "Folder for the database, the search index, uploads and built static files.",
        folder,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "Where the records are: empty for SQLite in the home folder, or "
        "postgres://user:password@host:5432/name.",
        is_secret=True,
    ),
    Setting(
        "COUNTERPOINT_SQLITE_SYNCHRONOUS",
        "NORMAL",
        "NORMAL survives a killed process; FULL also survives a power cut, at a third less "
        "write speed.",
    ),
    Setting(
        "COUNTERPOINT_SECRET_KEY",
        "",
        "Signs sessions and links. Empty: one is made and kept in the home folder.",
        is_secret=True,
    ),
    Setting("COUNTERPOINT_DEBUG", "no", "Show error details. Never in production.", yes_or_no),
    Setting(
        "COUNTERPOINT_ADDRESS",
        "http://localhost:8000",
        "The public address, used in mails, links and passkeys.",
    ),
    Setting(
        "COUNTERPOINT_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "Host names this server answers to, separated by commas.",
        several,
    ),
    Setting(
        "COUNTERPOINT_BEHIND_PROXY",
        "no",
        "Trust X-Forwarded-Proto and X-Forwarded-For from the proxy in front.",
        yes_or_no,
    ),
    Setting("COUNTERPOINT_PORT", "8000", "Port that `counterpoint serve` uses.", whole_number),
    Setting("COUNTERPOINT_BIND", "127.0.0.1", "Network address that `serve` listens on."),
    Setting("COUNTERPOINT_WORKERS", "2", "Web processes that `serve` starts.", whole_number),
    Setting("COUNTERPOINT_THREADS", "2", "Threads in each web process.", whole_number),
    Setting(
        "EMAIL_URL",
        "console:",
        "How mail leaves: console:, file:///folder, smtp://user:password@host:587 "
        "(STARTTLS) or smtps://user:password@host:465.",
        is_secret=True,
    ),
    Setting(
        "COUNTERPOINT_MAIL_FROM",
        "Counterpoint <counterpoint@localhost>",
        "Sender of the mails.",
    ),
    Setting(
        "COUNTERPOINT_VOCABULARIES",
        _default_vocabularies(),
        "Folder of the vocabulary files.",
        folder,
    ),
    Setting(
        "COUNTERPOINT_SENTENCE_MODEL",
        "",
        "Folder of a sentence model in ONNX form (model.onnx, tokenizer.json); empty for none.",
    ),
    Setting("COUNTERPOINT_LOG_FORMAT", "text", "text, or json for one object a line."),
    Setting("COUNTERPOINT_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR."),
    Setting(
        "COUNTERPOINT_LARGEST_UPLOAD_MB",
        "200",
        "Largest file that may be uploaded for import.",
        whole_number,
    ),
    Setting(
        "COUNTERPOINT_VIRUS_SCANNER",
        "",
        "clamd, as host:port or the path of its socket; empty for none, and files say so.",
    ),
)


def from_file(path: Path) -> dict[str, str]:
    """NAME=value lines; blank lines and lines that start with # are passed over."""
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}


def config_file() -> Path:
    return folder(os.environ.get("COUNTERPOINT_CONFIG", str(PROJECT / "counterpoint.env")))


class Environment:
    """The values in force, each with where it came from."""

    def __init__(self, environ: dict[str, str], file: Path) -> None:
        self._values: dict[str, object] = {}
        self.origins: dict[str, str] = {}
        written = from_file(file)
        for setting in SETTINGS:
            text, origin = setting.default, "default"
            if setting.name in written:
                text, origin = written[setting.name], str(file)
            if setting.name in environ:
                text, origin = environ[setting.name], "environment"
            try:
                self._values[setting.name] = setting.read(text)
            except SettingRefused as refused:
                raise SettingRefused(f"{setting.name} ({origin}): {refused}") from None
            self.origins[setting.name] = origin

    def text(self, name: str) -> str:
        return str(self._values[name])

    def shown(self, name: str) -> str:
        value = self._values[name]
        if isinstance(value, bool):
            return "yes" if value else "no"
        return ",".join(value) if isinstance(value, list) else str(value)

    def number(self, name: str) -> int:
        value = self._values[name]
        assert isinstance(value, int), name
        return value

    def flag(self, name: str) -> bool:
        return bool(self._values[name])

    def path(self, name: str) -> Path:
        value = self._values[name]
        assert isinstance(value, Path), name
        return value

    def list(self, name: str) -> list[str]:
        value = self._values[name]
        assert isinstance(value, list), name
        return value
