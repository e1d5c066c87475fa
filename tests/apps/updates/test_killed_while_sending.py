"""A worker killed in the middle, a real mail server that counts, and another worker after it."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from tests.apps.updates.sending_in_a_process import READERS

LONGEST_SECONDS = 90
ROOT = Path(__file__).resolve().parents[3]


class Server:
    """Takes mail, and at the third it stays silent: with the mail in its hands, or kept."""

    def __init__(self, *, keeps_it: bool) -> None:
        self.kept: list[tuple[str, str]] = []  # address and Message-ID, as a mailbox has them
        self.is_silent = threading.Event()
        self.may_go_on = threading.Event()
        self._keeps_it = keeps_it

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        stops = len(self.kept) == 2 and not self.is_silent.is_set()
        if not stops or self._keeps_it:
            mail = message_from_bytes(envelope.content)
            self.kept.append((envelope.rcpt_tos[0], mail["Message-ID"]))
        if stops:
            self.is_silent.set()
            while not self.may_go_on.is_set():
                await asyncio.sleep(0.01)
        return "250 kept"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six mails written down, in a database that other processes can open."""
    folder = tmp_path_factory.mktemp("prepared")
    _worker(folder, 0, "prepare").communicate(timeout=LONGEST_SECONDS)
    return folder


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "home"))


@pytest.fixture(params=[False, True], ids=["before-the-yes", "kept-but-not-said"])
def server(request: Any) -> Iterator[tuple[Server, int]]:
    handler = Server(keeps_it=request.param)
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield handler, controller.port
    handler.may_go_on.set()
    controller.stop()


def test_a_killed_worker_loses_no_mail_and_sends_none_twice(
    home: Path, server: tuple[Server, int]
) -> None:
    handler, port = server
    first = _worker(home, port, "send")
    assert handler.is_silent.wait(LONGEST_SECONDS)
    os.kill(first.pid, signal.SIGKILL)
    first.communicate(timeout=LONGEST_SECONDS)  # closes its pipe as well
    second = _worker(home, port, "send")
    told, _errors = second.communicate(timeout=LONGEST_SECONDS)
    # Two were marked before the kill.
    assert int(told) == READERS - 2
    arrived = Counter(address for address, _mark in handler.kept)
    assert set(arrived) == {f"reader{number}@example.org" for number in range(READERS)}
    marks = Counter(handler.kept)
    if handler._keeps_it:
        # What SMTP leaves open to everybody: kept, but the yes was never heard. It comes again
        # under the same Message-ID, by which mail programs know it for the same.
        assert sorted(arrived.values()) == [1] * (READERS - 1) + [2]
        assert sorted(marks.values()) == [1] * (READERS - 1) + [2]
    else:
        assert set(arrived.values()) == {1}


def test_two_workers_at_once_send_each_mail_once(home: Path) -> None:
    handler = Server(keeps_it=True)
    handler.may_go_on.set()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        workers = [_worker(home, controller.port, "send-with-lease") for _number in range(2)]
        counts = [int(one.communicate(timeout=LONGEST_SECONDS)[0]) for one in workers]
    finally:
        controller.stop()
    assert sum(counts) == READERS
    assert set(Counter(address for address, _mark in handler.kept).values()) == {1}


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def _worker(home: Path, port: int, doing: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "COUNTERPOINT_HOME": str(home),
        "COUNTERPOINT_CONFIG": str(home / "none.env"),
        "DATABASE_URL": "",
        "EMAIL_URL": f"smtp://127.0.0.1:{port}" if port else "console:",
    }
    module = "tests.apps.updates.sending_in_a_process"
    return subprocess.Popen(
        [sys.executable, "-m", module, doing],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
