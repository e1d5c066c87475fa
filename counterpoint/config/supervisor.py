"""Keeps the parts of one installation running side by side: web, search indexer, background work.

Enough for one machine. Larger installations run the same three commands under their own supervisor.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType

# A part that ends is started again, but never in a tight loop.
RESTART_AFTER_SECONDS = 2.0
STOP_WITHIN_SECONDS = 15.0


@dataclass
class Part:
    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    ended_at: float = 0.0

    def start(self) -> None:
        # A group of its own: Ctrl-C reaches the supervisor, which then stops the parts in order.
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603  our own commands

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        if self.process and self.is_running:
            self.process.terminate()

    def make_stop(self, within: float) -> None:
        if not self.process:
            return
        try:
            self.process.wait(timeout=max(within, 0.1))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass
class Supervisor:
    parts: list[Part]
    tell: Callable[[str], None]
    every_minute: Callable[[], None]
    is_stopping: bool = field(default=False, init=False)

    def run(self) -> None:
        signal.signal(signal.SIGINT, self._stop)
        signal.signal(signal.SIGTERM, self._stop)
        for part in self.parts:
            part.start()
        next_minute = time.monotonic()
        while not self.is_stopping:
            self._start_again()
            if time.monotonic() >= next_minute:
                self.every_minute()
                next_minute += 60
            time.sleep(0.5)
        self._stop_all()

    def _start_again(self) -> None:
        now = time.monotonic()
        for part in self.parts:
            if part.is_running:
                part.ended_at = 0.0
            elif not part.ended_at:
                part.ended_at = now
                self.tell(f"{part.name} ended; starting it again")
            elif now - part.ended_at >= RESTART_AFTER_SECONDS:
                part.start()
                part.ended_at = 0.0

    def _stop(self, signum: int, frame: FrameType | None) -> None:
        self.is_stopping = True

    def _stop_all(self) -> None:
        deadline = time.monotonic() + STOP_WITHIN_SECONDS
        for part in self.parts:
            part.ask_to_stop()
        for part in self.parts:
            part.make_stop(deadline - time.monotonic())


def our(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "counterpoint", *arguments]
