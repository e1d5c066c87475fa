from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "counterpoint.apps.imports"
    label = "imports"
    verbose_name = "Imports"

    def ready(self) -> None:
        from counterpoint.apps.accounts.permissions import is_programme_team
        from counterpoint.apps.imports import belongings, retention  # noqa: F401  they register
        from counterpoint.web.navigation import Destination, offer_in_account_menu

        offer_in_account_menu(
            Destination(_("Imports"), "imports", "/imports", is_programme_team)
        )
