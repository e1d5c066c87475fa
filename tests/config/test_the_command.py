"""The `counterpoint` command as a shell knows it."""

import subprocess
import sys


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "counterpoint", "settings", "--markdown"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"COUNTERPOINT_HOME": str(tmp_path)},
    ) as command:
        command.stdout.close()
        complaints = command.stderr.read()
    assert (command.returncode, complaints) == (1, b"")
