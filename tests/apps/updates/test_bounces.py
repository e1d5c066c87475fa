from datetime import timedelta
from io import BytesIO
from textwrap import dedent

import pytest
from django.core.management import call_command

from counterpoint.apps.updates.actions.delivery_reports import bounced, take_report
from counterpoint.apps.updates.models import Mailing, Subscriber
from tests.apps.updates.conftest import subscriber
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db


def report(*, to="pat@example.org", action="failed", status="5.1.1", message_id="") -> bytes:
    """In the form of the example in RFC 3464, appendix E."""
    return (
        dedent(
            f"""\
            From: Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>
            To: counterpoint@example.org
            Subject: Returned mail
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="RAA14128"

            --RAA14128

            The mail could not be delivered.
            --RAA14128
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Original-Recipient: rfc822;{to}
            Final-Recipient: RFC822; {to}
            Action: {action}
            Status: {status}
            --RAA14128
            Content-Type: message/rfc822

            From: counterpoint@example.org
            To: {to}
            Message-ID: {message_id or "<none@example.org>"}
            Subject: New

            Words.
            --RAA14128--
            """
        )
        .replace("\n", "\r\n")
        .encode()
    )


def test_an_address_that_does_not_exist_is_written_to_no_more():
    held = subscriber()
    assert take_report(raw=report(), at=AT) == 1
    held.refresh_from_db()
    assert held.stopped_at == AT
    assert not Subscriber.objects.told(AT).exists()


def test_a_full_mailbox_waits_longer_each_time_and_then_counts_as_gone():
    held, at, waits = subscriber(), AT, []
    while True:
        take_report(raw=report(status="4.2.2"), at=at)
        held.refresh_from_db()
        if held.stopped_at:
            break
        waits.append((held.wait_until - at).days)
        assert not Subscriber.objects.told(at).exists()
        assert Subscriber.objects.told(held.wait_until).exists()
        at = held.wait_until
    assert waits == [1, 2, 4, 8, 16]


def test_several_reports_of_one_day_are_one():
    held = subscriber()
    for _time in range(3):
        bounced(subscriber=held, is_hard=False, at=AT)
    held.refresh_from_db()
    assert held.soft_bounces == 1


@pytest.mark.parametrize(
    "raw",
    [
        report(action="delayed", status="4.4.7"),
        report(action="delivered", status="2.0.0"),
        report(to="somebody@else.example"),
        b"Subject: Out of office\r\n\r\n550 5.1.1 I am away.\r\n",
        b"",
    ],
)
def test_what_is_no_report_of_a_failure_stops_nobody(raw):
    held = subscriber()
    assert take_report(raw=raw, at=AT) == 0
    held.refresh_from_db()
    assert held.is_told


def test_a_forwarded_mail_is_known_by_its_message_id():
    held = subscriber()
    mailing = Mailing.objects.create(subscriber=held, upto=1, made_at=AT)
    raw = report(to="other@example.net", message_id=f"<{mailing.key}@localhost>")
    assert take_report(raw=raw, at=AT) == 1
    held.refresh_from_db()
    assert held.stopped_at


def test_the_command_empties_a_maildir(tmp_path, capsys):
    held = subscriber()
    for folder in ("new", "cur", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "new" / "1.example").write_bytes(report())
    call_command("bounces", str(tmp_path))
    assert capsys.readouterr().out == "1 mails read, 1 about subscribers.\n"
    assert not list((tmp_path / "new").iterdir())
    held.refresh_from_db()
    assert held.stopped_at


def test_the_command_reads_standard_input(monkeypatch, capsys):
    subscriber()

    class Input:
        buffer = BytesIO(report())

    monkeypatch.setattr("sys.stdin", Input)
    call_command("bounces")
    assert "1 about subscribers" in capsys.readouterr().out


def test_whoever_confirms_again_is_told_again():
    held = subscriber()
    take_report(raw=report(), at=AT)
    subscriber(held.email, at=AT + timedelta(days=2))
    held.refresh_from_db()
    assert held.is_told
    assert held.soft_bounces == 0
