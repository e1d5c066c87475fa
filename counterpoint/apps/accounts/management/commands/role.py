from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from counterpoint.apps.accounts import actions
from counterpoint.apps.accounts.models import Person, PlatformRole


class Command(BaseCommand):
    help = "Give a person a role across the platform, or end it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["grant", "end"])
        parser.add_argument("email", help="the address that the person signs in with")
        parser.add_argument("role", choices=PlatformRole.Role.values)

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=options["email"]).first()
        if person is None:
            raise CommandError(
                f"Nobody signs in as {options['email']}: they must create an account first."
            )
        if options["verb"] == "grant":
            actions.grant_role(
                person=person, role=options["role"], by=None, at=datetime.now(UTC)
            )
            self.stdout.write(f"{options['email']} now is {options['role']}.")
        elif actions.end_role(
            person=person, role=options["role"], by=None, at=datetime.now(UTC)
        ):
            self.stdout.write(f"{options['email']} no longer is {options['role']}.")
        else:
            self.stdout.write(
                f"{options['email']} was not {options['role']}; nothing changed."
            )
