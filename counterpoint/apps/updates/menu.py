"""The programme team finds its newsletters in the account menu."""

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.permissions import is_programme_team
from counterpoint.web.navigation import Destination, offer_in_account_menu, signed_in

offer_in_account_menu(Destination(_("My updates"), "my-updates", "/updates/mine", signed_in))
offer_in_account_menu(
    Destination(_("Newsletters"), "campaigns", "/updates/campaigns", is_programme_team)
)
