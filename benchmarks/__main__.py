"""All benchmarks, small enough for an hour's patience: `python -m benchmarks`.

Each can be run alone and larger, for instance `python -m benchmarks.matching --records 1000000`.
Every figure is printed beside a baseline of the same run; compare ratios, not seconds.
"""

import subprocess
import sys

RUNS = (
    ("quality",),
    ("places",),
    ("imports", "--rows", "100000"),
    ("pages", "--organisations", "20000"),
    ("matching", "--records", "100000"),
    ("partnerships",),
    ("find_page", "--records", "20000"),
    ("calls", "--assessed", "1000"),
)


def main() -> int:
    failed = 0
    for name, *options in RUNS:
        print(f"\n== benchmarks.{name} {' '.join(options)}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *options]
        failed += subprocess.run(command, check=False).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
