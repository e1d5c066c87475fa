import json
from typing import Any

from django.conf import settings as in_force
from django.core.management.base import BaseCommand, CommandParser

from counterpoint.config.environment import SETTINGS, Setting, config_file

NOT_SHOWN = "(set, not shown)"


class Command(BaseCommand):
    help = "Every setting: what it does, its value now, and where that value came from."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object")
        parser.add_argument(
            "--markdown", action="store_true", help="the reference page, with defaults only"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["markdown"]:
            self.stdout.write(as_markdown())
            return
        rows = [self._row(setting) for setting in SETTINGS]
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2))
            return
        self.stdout.write(
            f"Set in the environment, or as NAME=value lines in {config_file()}\n"
        )
        for row in rows:
            self.stdout.write(f"{row['name']}={row['value']}  [{row['origin']}]")
            self.stdout.write(f"    {row['about']}\n")

    def _row(self, setting: Setting) -> dict[str, str]:
        environment = in_force.ENVIRONMENT
        value = environment.shown(setting.name)
        if setting.is_secret and value:
            value = NOT_SHOWN
        return {
            "name": setting.name,
            "value": value,
            "origin": environment.origins[setting.name],
            "about": setting.about,
        }


def as_markdown() -> str:
    lines = [
        "# Settings",
        "",
        "Set them in the environment, or as `NAME=value` lines in `counterpoint.env` beside the",
        "project (another file: `COUNTERPOINT_CONFIG`). The environment wins.",
        "This page is printed by `counterpoint settings --markdown`.",
        "",
        "| name | default | what it does |",
        "|---|---|---|",
    ]
    for setting in SETTINGS:
        default = "" if setting.default.startswith(("/", "~")) else setting.default
        lines.append(
            f"| `{setting.name}` | {f'`{default}`' if default else ''} | {setting.about} |"
        )
    return "\n".join(lines)
