"""Delivery reports of mail servers (RFC 3464, in multipart/report as RFC 6522 says).

Only what says so in this form is believed. "Out of office", and a text that merely sounds like a
bounce, stop nobody's mail.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
# RFC 3463: 5.2.2 is a full mailbox, 5.7.x are policies; both may be another way tomorrow, and
# servers that should say 4 here often say 5.
SOFT_ALL_THE_SAME = {("2", "2"), ("2", "1")}
POLICY = "7"


@dataclass(frozen=True)
class Returned:
    """One recipient whom a mail did not reach."""

    address: str
    is_hard: bool
    status: str
    message_id: str = ""  # of the mail that came back, as far as the report quotes it


def read_report(raw: bytes) -> tuple[Returned, ...]:
    """Empty for a mail that is no delivery report, or that reports a delivery or a delay."""
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    if not _is_report(mail):
        return ()
    message_id = _id_of_the_returned(mail)
    return tuple(_returned(mail, message_id))


def _is_report(mail: EmailMessage) -> bool:
    if mail.get_content_type() != "multipart/report":
        return False
    return str(mail.get_param("report-type", "")).lower() == "delivery-status"


def _returned(mail: EmailMessage, message_id: str) -> Iterator[Returned]:
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else []:
            found = _of_block(block, message_id) if isinstance(block, Message) else None
            if found:
                yield found


def _of_block(block: Message, message_id: str) -> Returned | None:
    action = str(block.get("Action", "")).strip().lower()
    recipient = block.get("Original-Recipient") or block.get("Final-Recipient")
    if action != "failed" or not recipient:
        return None
    address = str(recipient).rpartition(";")[2].strip().strip("<>")
    status = _STATUS.search(str(block.get("Status", "")))
    if not address or "@" not in address:
        return None
    if status is None:
        return Returned(address, is_hard=False, status="", message_id=message_id)
    kind, subject, detail = status.groups()
    is_hard = kind == "5" and (subject, detail) not in SOFT_ALL_THE_SAME
    return Returned(address, is_hard and subject != POLICY, status.group(), message_id)


def _id_of_the_returned(mail: EmailMessage) -> str:
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner:
                return str(inner[0].get("Message-ID", "")).strip()  # type: ignore[union-attr]
        if kind == "text/rfc822-headers":
            found = re.search(
                r"^Message-ID:\s*(\S+)", str(part.get_payload()), re.MULTILINE | re.IGNORECASE
            )
            if found:
                return found[1]
    return ""
