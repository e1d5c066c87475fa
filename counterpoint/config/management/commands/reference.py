import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandParser

from counterpoint.config.environment import PROJECT
from counterpoint.config.management.commands.settings import as_markdown
from counterpoint.config.states import states_page

# Options that Django gives every command; they are explained by --help.
DJANGOS_OWN = {
    "help",
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


class Command(BaseCommand):
    help = "Write the reference pages that are printed from the code."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--into", type=Path, default=PROJECT / "docs" / "reference")

    def handle(self, *args: Any, **options: Any) -> None:
        for name, text in pages().items():
            (options["into"] / name).write_text(text.strip() + "\n", encoding="utf-8")


def pages() -> dict[str, str]:
    return {
        "settings.md": as_markdown(),
        "commands.md": commands_page(),
        "states.md": states_page(),
    }


def our_commands() -> dict[str, str]:
    commands = get_commands().items()
    return {
        name: str(app)
        for name, app in sorted(commands)
        if str(app).startswith("counterpoint.")
    }


def commands_page() -> str:
    lines = [
        "# Commands",
        "",
        "`counterpoint` stands in `.venv/bin` after `make setup`. What a command answers goes to",
        "standard output, everything else to standard error. Commands that need tables, places and",
        "terms make them first on a fresh machine, and say so. This page is printed by `make docs`.",
    ]
    for name, app in our_commands().items():
        command = load_command_class(app, name)
        lines += ["", f"## counterpoint {name}", "", command.help]
        rows = list(_arguments(command.create_parser("counterpoint", name)))
        if rows:
            lines += ["", "| argument | what it does |", "|---|---|", *rows]
    return "\n".join(lines)


def _arguments(parser: argparse.ArgumentParser, within: str = "") -> Iterator[str]:
    for action in parser._actions:
        if action.dest in DJANGOS_OWN:
            continue
        if isinstance(action, argparse._SubParsersAction):
            for verb, verbs_parser in action.choices.items():
                yield f"| `{verb}` | {_about(action, verb)} |"
                yield from _arguments(verbs_parser, f"{verb} ")
            continue
        name = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        about = (action.help or "").replace("|", "/")
        if action.choices:
            about = f"{about} ({', '.join(map(str, action.choices))})".strip()
        yield f"| `{within}{name}` | {about} |"


def _about(action: "argparse._SubParsersAction[Any]", verb: str) -> str:
    return next(
        (choice.help or "" for choice in action._choices_actions if choice.dest == verb), ""
    )
