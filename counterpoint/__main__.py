"""The `counterpoint` command: every management command of the product, by its own name."""

import os
import sys

# These need tables, places and terms; on a fresh machine they make them first, and say so.
NEED_PREPARATION = {"match", "import", "export", "index", "reindex", "demo", "remind", "role"}
# These load or check the terms and places themselves: broken files must reach them.
NEED_TABLES = {"vocabulary", "places"}
ASKS_FOR_HELP = {"-h", "--help"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "counterpoint.config.settings")
    from django.core.management import execute_from_command_line

    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command in NEED_PREPARATION | NEED_TABLES and not ASKS_FOR_HELP.intersection(sys.argv):
        _prepare(only_tables=command in NEED_TABLES)
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # `counterpoint match … | head`: the reader has seen enough. Python would complain once
        # more when it closes standard output, so that goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _prepare(*, only_tables: bool) -> None:
    import django

    django.setup()
    from counterpoint.config.preparation import RECORDS, TABLES, prepare

    for doing in prepare(TABLES if only_tables else RECORDS):
        print(f"{doing} …", file=sys.stderr)  # noqa: T201  standard output is the answer's


if __name__ == "__main__":
    main()
