"""A virus scanner beside the product, where there is one: clamd over its own protocol.

INSTREAM (clamd(8)): each piece is sent with its length in four bytes, a length of nothing ends it,
and the answer says OK or what was found. Without a scanner set up nothing is scanned, and every file
says so; with one that does not answer nothing is taken, because "not scanned" would look like "clean".
"""

from __future__ import annotations

import socket
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import Conflict
from counterpoint.integrations.files.refusals import FileRefused

PIECE = 1 << 16
SECONDS = 30


class Infected(FileRefused):
    code = "infected"
    sentence = _("The virus scanner found something in this file: {what}.")
    advice = _("It was not kept. Check the computer that it came from.")


class ScannerSilent(Conflict):
    sentence = _("The virus scanner does not answer, so no file can be taken now.")
    advice = _("Try again in a few minutes. Nothing else of your application is touched.")


def is_set_up() -> bool:
    return bool(settings.VIRUS_SCANNER)


def check_clean(path: Path) -> None:
    """Returns for a clean file; refused when something was found or nobody answers."""
    try:
        answer = _asked(path)
    except OSError:
        raise ScannerSilent from None
    if answer.endswith("OK"):
        return
    if answer.endswith("FOUND"):
        raise Infected(what=answer.removeprefix("stream: ").removesuffix(" FOUND"))
    raise ScannerSilent


def _asked(path: Path) -> str:
    with _connected() as line, path.open("rb") as file:
        line.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            line.sendall(len(piece).to_bytes(4, "big") + piece)
        line.sendall((0).to_bytes(4, "big"))
        return line.makefile("rb").read().decode("utf-8", "replace").strip("\0\n ")


def _connected() -> socket.socket:
    where = settings.VIRUS_SCANNER
    if where.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(where)
        return line
    host, _colon, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
